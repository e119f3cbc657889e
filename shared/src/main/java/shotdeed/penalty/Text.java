package shotdeed.penalty;

/** A text for people: English, simplified and traditional Chinese. */
public record Text(String en, String zhCn, String zhTw) {
  /** The three languages with {@code {name}} replaced by a value. */
  public Text with(String name, String value) {
    return with(name, new Text(value, value, value));
  }

  /** The same, with a value per language. */
  public Text with(String name, Text value) {
    String hole = "{" + name + "}";
    return new Text(
        en.replace(hole, value.en), zhCn.replace(hole, value.zhCn), zhTw.replace(hole, value.zhTw));
  }

  /** This text and then the other. */
  Text then(Text next) {
    return new Text(en + next.en, zhCn + next.zhCn, zhTw + next.zhTw);
  }
}
