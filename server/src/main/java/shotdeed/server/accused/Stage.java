package shotdeed.server.accused;

import java.util.List;
import java.util.Locale;

/** Where an accusation stands. */
public enum Stage {
  /** It came; nothing was answered yet. */
  ACCUSED,
  ANSWERED,
  /** The marketplace agreed with it. */
  UPHELD,
  /** The marketplace did not agree. */
  DISMISSED,
  APPEALED,
  /** The appeal was granted. */
  OVERTURNED,
  /** It stands, and nothing more can be done. */
  FINAL;

  /**
   * Where it can go from here. A refused appeal after which another is possible leads back to where the first one began.
   *
   * @param again whether one more appeal is possible than were made
   */
  List<Stage> next(boolean again) {
    return switch (this) {
      case ACCUSED -> List.of(ANSWERED, UPHELD, DISMISSED);
      case ANSWERED -> List.of(UPHELD, DISMISSED);
      case UPHELD -> again ? List.of(APPEALED, FINAL) : List.of(FINAL);
      case APPEALED -> again ? List.of(OVERTURNED, UPHELD, FINAL) : List.of(OVERTURNED, FINAL);
      default -> List.of();
    };
  }

  /** Whether it is good for the seller, by the pages' names for that. */
  public String badge() {
    return switch (this) {
      case ACCUSED, UPHELD, FINAL -> "rejected";
      case ANSWERED, APPEALED -> "paused";
      case DISMISSED, OVERTURNED -> "certified";
    };
  }

  /** As stored and sent. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #text()}; {@code null} if there is none of this name. */
  public static Stage of(String text) {
    for (Stage stage : values()) {
      if (stage.text().equals(text)) {
        return stage;
      }
    }
    return null;
  }
}
