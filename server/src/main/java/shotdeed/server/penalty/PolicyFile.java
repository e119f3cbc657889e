package shotdeed.server.penalty;

import java.time.Instant;

/**
 * A policy file that an admin loaded.
 *
 * @param name of the file, as it was loaded
 * @param content JSON, as it was loaded
 * @param validFrom first day, or {@code null}
 * @param loadedBy name of the account
 * @param putAt when it was put in force, or {@code null}
 * @param putBy by whom, or {@code null}
 * @param takenAt when it was taken back, or {@code null}
 * @param takenBy by whom, or {@code null}
 */
public record PolicyFile(
    int id,
    String name,
    String sha256,
    String content,
    String policy,
    String version,
    String market,
    String validFrom,
    String loadedBy,
    Instant loadedAt,
    String putBy,
    Instant putAt,
    String takenBy,
    Instant takenAt) {
  /** Whether it was put in force and not taken back; from its first day on it holds. */
  public boolean stands() {
    return putAt != null && takenAt == null;
  }

  /** Whether it was loaded and nobody has decided about it yet. */
  public boolean waits() {
    return putAt == null && takenAt == null;
  }
}
