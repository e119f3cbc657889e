package shotdeed.model;

/** The written form of an enum: lower case, words joined by a hyphen. */
final class Names {
  private Names() {}

  static String text(Enum<?> value) {
    char[] name = value.name().toCharArray();
    for (int i = 0; i < name.length; i++) {
      name[i] = name[i] == '_' ? '-' : Character.toLowerCase(name[i]);
    }
    return new String(name);
  }

  static <E extends Enum<E>> E of(E[] values, String text) {
    for (E value : values) {
      if (text(value).equals(text)) {
        return value;
      }
    }
    throw new IllegalArgumentException("unknown: " + text);
  }
}
