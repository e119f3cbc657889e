package shotdeed.extension.site;

/** Takes the name out of the lines in which Amazon's pages say who sells an item, or whose brand it is. */
final class AmazonWords {
  /** What stands before and behind a seller's name; longer ones first. */
  private static final String[][] SELLER = {
    {"Ships from and sold by ", ""},
    {"Dispatched from and sold by ", ""},
    {"Sold by ", " and Fulfilled by Amazon"},
    {"Sold by ", " and fulfilled by Amazon"},
    {"Sold by ", " and ships from Amazon Fulfillment"},
    {"Sold by ", ""},
    {"Verkauf und Versand durch ", ""},
    {"Verkauf durch ", " und Versand durch Amazon"},
    {"Expédié et vendu par ", ""},
    {"Vendu par ", " et expédié par Amazon"},
    {"Vendido y enviado por ", ""},
    {"Vendido por ", " y enviado por Amazon"},
    {"Venduto e spedito da ", ""},
    {"Venduto da ", " e spedito da Amazon"},
    {"この商品は、", " が販売し"},
    {"この商品は、", "が販売し"},
  };

  /** The same of a brand's name. */
  private static final String[][] BRAND = {
    {"Visit the ", " Store"},
    {"Besuche den ", "-Store"},
    {"Besuchen Sie den ", "-Store"},
    {"Visiter la boutique ", ""},
    {"Visita la tienda de ", ""},
    {"Visita lo Store di ", ""},
    {"Visita lo Store ", ""},
    {"Visite a loja ", ""},
    {"Bezoek de ", "-winkel"},
    {"", "のストアを表示"},
  };

  private AmazonWords() {}

  /** The seller that a line names; empty if the line is empty. */
  static String seller(String line) {
    String name = within(line, SELLER);
    return name.endsWith(".") && !name.equals(line) ? name.substring(0, name.length() - 1) : name;
  }

  /** The brand that a line names, with or without a word for it and a colon; empty if the line is empty. */
  static String brand(String line) {
    String name = within(line, BRAND);
    if (!name.equals(line)) {
      return name;
    }
    int colon = Math.max(line.indexOf(": "), line.indexOf('：'));
    return colon < 0 ? line : line.substring(colon + 1).trim();
  }

  private static String within(String line, String[][] forms) {
    for (String[] form : forms) {
      int to = form[1].isEmpty() ? line.length() : line.indexOf(form[1], form[0].length());
      if (line.startsWith(form[0]) && to > form[0].length()) {
        return line.substring(form[0].length(), to).trim();
      }
    }
    return line;
  }
}
