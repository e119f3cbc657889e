package shotdeed.extension;

import shotdeed.extension.settings.OptionsView;

/** The options page. */
public final class Options {
  private Options() {}

  /** Called when the page opens. */
  public static void main(String[] arguments) {
    OptionsView.open();
  }
}
