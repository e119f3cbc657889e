package shotdeed.extension;

import shotdeed.extension.complain.PanelView;

/** The side panel. */
public final class Panel {
  private Panel() {}

  /** Called when the panel opens. */
  public static void main(String[] arguments) {
    PanelView.open();
  }
}
