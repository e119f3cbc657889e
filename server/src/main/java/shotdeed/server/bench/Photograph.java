package shotdeed.server.bench;

import java.nio.file.Path;

/**
 * One photograph of the folders that a bench is given.
 *
 * @param key its name, unique in the run: the path below its folder, behind {@code siblings/} or {@code distractors/} for
 *     those
 * @param sibling its place in a studio's sets, or {@code null}
 */
record Photograph(String key, Path file, Role role, Sibling sibling) {
  /** What it is there for. */
  enum Role {
    /** Certified; what is made of it must be found. */
    ORIGINAL,
    /** Certified; what is made of it must not be taken for another one of its set. */
    SIBLING,
    /** Not certified; what is made of it must match nothing. */
    DISTRACTOR
  }

  /** Not for a photograph and itself. */
  Kinship kinship(Photograph other) {
    return sibling == null || other.sibling == null ? Kinship.UNRELATED : sibling.kinship(other.sibling);
  }
}
