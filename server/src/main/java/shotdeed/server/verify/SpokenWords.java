package shotdeed.server.verify;

import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;

/** The words of one of the server's languages. */
public record SpokenWords(Texts texts) implements ResultText.Words {
  public static SpokenWords in(Language language) {
    return new SpokenWords(Texts.in(language));
  }

  @Override
  public String of(String key, Object... values) {
    return texts.get(key, values);
  }

  @Override
  public boolean has(String key) {
    return texts.keys().contains(key);
  }
}
