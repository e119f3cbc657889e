package shotdeed.extension.fill;

import java.util.List;

/** Whose matter a field is about: the person's who complains, or the other side's. */
enum Side {
  OURS,
  THEIRS,
  /** Nothing says so, or both are named. */
  EITHER;

  private static final List<String> OUR_WORDS =
      List.of(
          "我方", "己方", "自己", "我们", "我的", "本店", "本人", "本公司", "自家", "自有", "被侵权", "我們", "被侵權");

  private static final List<String> THEIR_WORDS =
      List.of(
          "侵权", "涉嫌", "被投诉", "被举报", "对方", "侵權", "被投訴", "被檢舉", "被舉報", "對方");

  /** After these it is the complaint that is spoken of, or the law. */
  private static final List<String> THE_MATTER =
      List.of("投诉", "举报", "通知", "说明", "类型", "原因", "描述", "投訴", "檢舉", "通知", "說明", "類型");

  private static final List<String> OUR_LATIN = List.of("own", "infringed");
  private static final List<String> OUR_POSSESSIVES = List.of("my", "our", "your");
  private static final List<String> THEIR_LATIN =
      List.of("infringing", "infringer", "infringer's", "infringers", "accused", "alleged", "reported", "offending");

  /** What each side has of its own; "our site" is the marketplace's. */
  private static final List<String> HELD =
      List.of(
          "item", "items", "listing", "listings", "link", "links", "product", "products", "shop", "store", "original",
          "photo", "photos", "picture", "pictures", "image", "images", "work", "url");

  /** What a seller says of themselves; no such field is about the other side. */
  private static final List<String> OURS_ALWAYS =
      List.of(
          "own-link", "holder", "name", "full-name", "name-and-title", "company", "address", "phone", "email", "id-number",
          "brand", "registration", "work");

  /** Of what is wanted: by what it is, not by its words. */
  static Side of(Wanted wanted) {
    if (wanted.kind().equals("links") || wanted.id().equals("numbers")) {
      return THEIRS;
    }
    return OURS_ALWAYS.contains(wanted.id()) ? OURS : EITHER;
  }

  /** Of a field of the page: the first of its names that says so, the best first. */
  static Side of(PageField field) {
    for (String name : field.names()) {
      Side side = of(Words.plain(name));
      if (side != EITHER) {
        return side;
      }
    }
    return EITHER;
  }

  boolean isAgainst(Side other) {
    return this != EITHER && other != EITHER && this != other;
  }

  private static Side of(String said) {
    boolean ours = false;
    boolean theirs = false;
    for (String word : OUR_WORDS) {
      ours |= said.indexOf(word) >= 0;
    }
    for (String word : THEIR_WORDS) {
      theirs |= accuses(said, word);
    }
    List<String> words = Words.split(said);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      ours |= OUR_LATIN.contains(word) || OUR_POSSESSIVES.contains(word) && isHeld(words, i + 1);
      theirs |= THEIR_LATIN.contains(word);
    }
    return ours == theirs ? EITHER : ours ? OURS : THEIRS;
  }

  private static boolean isHeld(List<String> words, int from) {
    for (int i = from; i < words.size() && i < from + 2; i++) {
      if (HELD.contains(words.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean accuses(String said, String word) {
    for (int at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + 1)) {
      boolean suffers = at > 0 && said.charAt(at - 1) == '被'; // whose right it is
      boolean matter = false;
      for (String after : THE_MATTER) {
        matter |= said.startsWith(after, at + word.length());
      }
      if (!suffers && !matter) {
        return true;
      }
    }
    return false;
  }
}
