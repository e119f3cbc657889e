package shotdeed.server.complain.forms;

import java.util.List;

/**
 * A place of a form with the files for it.
 *
 * @param release who said that its private files may be handed over, or {@code null}
 * @param asks whether there are private files in it
 * @param lacks certificates that have too few files for it
 * @param leftOut pictures of the listings that are on no comparison sheet, because the form takes so few files
 * @param unmade whether it wants a table that this program does not make
 */
public record Filled(
    EvidenceForm.Slot slot,
    Release release,
    boolean asks,
    List<FormFile> files,
    List<Lack> lacks,
    int leftOut,
    boolean unmade) {
  /** A photograph with too few files that fit. */
  public record Lack(int certificate, int needed, int there) {}
}
