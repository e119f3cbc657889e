package shotdeed.server.bench;

/** What two photographs that are not the same have to do with each other. */
enum Kinship {
  /** Nothing that anybody knows of. */
  UNRELATED("unrelated"),
  /** Two products of one studio: same models, same backdrop. */
  OTHER_PRODUCT("other-product"),
  /** Two shots of one product. */
  OTHER_VIEW("other-view"),
  /** One view of one product in two colours: one shot recoloured, or two shots. Neither a hit nor an error. */
  OTHER_COLOUR("other-colour");

  private final String text;

  Kinship(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** Whether calling the two copies accuses somebody wrongly. */
  boolean counts() {
    return this != OTHER_COLOUR;
  }
}
