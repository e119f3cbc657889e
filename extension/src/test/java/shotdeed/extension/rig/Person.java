package shotdeed.extension.rig;

import com.microsoft.playwright.Locator;

/**
 * A person at mouse and keyboard, whose clicks and keys are counted. The seconds are those of the keystroke-level model of Card,
 * Moran and Newell (1980): a key 0.28 s, pointing 1.1 s, a button of the mouse pressed or let go 0.1 s, a hand moved between
 * mouse and keyboard 0.4 s, a thought 1.35 s.
 */
public final class Person {
  private int keys;
  private int points;
  private int buttons;
  private int hands;
  private int thoughts;
  private int clicks;
  private boolean typing;

  /** Thinks, points and clicks. */
  public void click(Locator what) {
    point(1);
    what.page().bringToFront();
    what.click();
  }

  /** Marks a word by a double click. */
  public void mark(Locator word) {
    point(2);
    word.page().bringToFront();
    word.dblclick();
  }

  /** Clicks something of the browser's own that a test cannot click. */
  public void clickTheBrowsersOwn() {
    point(1);
  }

  /** Types a text into a field that is clicked first. */
  public void type(Locator field, String text) {
    click(field);
    hands++;
    typing = true;
    keys += text.length();
    field.pressSequentially(text);
  }

  /** Drags a file onto a place for it. */
  public void drag(Locator place, java.nio.file.Path... files) {
    for (int i = 0; i < files.length; i++) {
      thoughts++;
      points += 2;
      buttons += 2;
      clicks++;
    }
    place.setInputFiles(files);
  }

  private void point(int times) {
    if (typing) {
      hands++;
      typing = false;
    }
    thoughts++;
    points++;
    buttons += 2 * times;
    clicks += times;
  }

  public int clicks() {
    return clicks;
  }

  public int keys() {
    return keys;
  }

  /** By the model, for a report. */
  public double seconds() {
    return 0.28 * keys + 1.1 * points + 0.1 * buttons + 0.4 * hands + 1.35 * thoughts;
  }

  @Override
  public String toString() {
    return clicks + " clicks or drags, " + keys + " keys; K " + keys + ", P " + points + ", B " + buttons + ", H " + hands + ", M "
        + thoughts + ": " + Math.round(10 * seconds()) / 10.0 + " s by the keystroke-level model";
  }
}
