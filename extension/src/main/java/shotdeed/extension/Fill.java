package shotdeed.extension;

import shotdeed.extension.fill.FormFiller;

/** The script that fills a marketplace's form; run in a page on the user's click, and gone from it when it has answered. */
public final class Fill {
  private Fill() {}

  /** Called with the order. */
  public static void main(String[] arguments) {
    FormFiller.run(arguments[0]);
  }
}
