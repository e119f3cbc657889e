package shotdeed.server.complain.forms;

import java.util.List;
import shotdeed.server.proof.Proof;

/**
 * A file for a form, as a page shows it.
 *
 * @param name in ASCII, with its place among the files first
 * @param certificate whose file it is; 0 for one made here
 * @param proof of the folder, or {@code null}
 * @param mediaType {@code application/octet-stream} if it is not known
 * @param faults none if it fits
 * @param handed whether it may be fetched
 */
public record FormFile(
    String name,
    Kind kind,
    int certificate,
    Proof proof,
    String mediaType,
    long bytes,
    List<Fault> faults,
    boolean handed) {
  /** Such as JPG, for people. */
  public String ending() {
    return name.substring(name.lastIndexOf('.') + 1).toUpperCase(java.util.Locale.ROOT);
  }

  /** Its size in the units that marketplaces count in, such as {@code 4.2 MB}. */
  public String size() {
    return FileChecks.size(bytes);
  }

  /** Whether the form takes it, as far as is known. */
  public boolean fits() {
    return faults.isEmpty();
  }

  /** Whether the form will not take it. */
  public boolean refused() {
    return faults.stream().anyMatch(Fault::sure);
  }
}
