package shotdeed.server.bench;

/**
 * A photograph's place in a studio's sets, as its name tells: {@code product/product-colour_view.jpg}.
 *
 * @param product the folder's name, or, without a folder, the name up to its last hyphen
 * @param colour what stands between the last hyphen and the last underscore; empty if nothing does
 * @param view what stands behind the last underscore; empty if there is none
 */
record Sibling(String product, String colour, String view) {
  /**
   * Reads a path below the folder of sets, with {@code /} between folders.
   */
  static Sibling of(String path) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    int underscore = stem.lastIndexOf('_');
    String view = underscore < 0 ? "" : stem.substring(underscore + 1);
    String rest = underscore < 0 ? stem : stem.substring(0, underscore);
    int hyphen = rest.lastIndexOf('-');
    String colour = hyphen < 0 ? "" : rest.substring(hyphen + 1);
    String product = slash > 0 ? path.substring(0, slash) : hyphen < 0 ? rest : rest.substring(0, hyphen);
    return new Sibling(product, colour, view);
  }

  /** Photographs whose names tell no views are taken for different views. */
  Kinship kinship(Sibling other) {
    if (!product.equals(other.product)) {
      return Kinship.OTHER_PRODUCT;
    }
    boolean sameView = !view.isEmpty() && view.equals(other.view);
    return sameView && !colour.equals(other.colour) ? Kinship.OTHER_COLOUR : Kinship.OTHER_VIEW;
  }
}
