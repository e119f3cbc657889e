package shotdeed.server.complain;

/** Who says a thing that is sealed as evidence. */
public enum By {
  SERVER("verified by the server"),
  BROWSER("stated by the seller's browser"),
  SELLER("stated by the seller");

  private final String sentence;

  By(String sentence) {
    this.sentence = sentence;
  }

  /** As the manifest writes it, in English whoever reads. */
  public String sentence() {
    return sentence;
  }

  /** Who a manifest's sentence means; {@code null} if it is none of these. */
  public static By of(String sentence) {
    for (By by : values()) {
      if (by.sentence.equals(sentence)) {
        return by;
      }
    }
    return null;
  }
}
