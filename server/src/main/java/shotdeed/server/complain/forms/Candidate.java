package shotdeed.server.complain.forms;

import java.io.IOException;
import shotdeed.server.platform.Content;
import shotdeed.server.proof.FileFacts;
import shotdeed.server.proof.Proof;

/**
 * A file that could go into a place of a form.
 *
 * @param rest of its name, behind its place among the files
 * @param certificate whose file it is; 0 for one made here
 * @param proof of the folder; {@code null} for the certified file itself, and for what is made here
 * @param facts what the file says of itself; {@code null} for what is made here
 * @param sha256 of a stored file; {@code null} for what is made here
 * @param source asked for only when the file is needed
 */
record Candidate(
    String rest,
    Kind kind,
    int certificate,
    Proof proof,
    FileFacts facts,
    String mediaType,
    String sha256,
    Source source) {
  /** Has a file made, or finds it. */
  interface Source {
    Content content() throws IOException;
  }

  /** Such as JPG, for people. */
  String ending() {
    return rest.substring(rest.lastIndexOf('.') + 1).toUpperCase(java.util.Locale.ROOT);
  }

  /** The name at a place, 1 for the first. */
  String name(int place) {
    return String.format("%02d-%s", place, rest);
  }
}
