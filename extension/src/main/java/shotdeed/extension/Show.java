package shotdeed.extension;

import shotdeed.extension.show.PageCapturer;

/** The script that is brought into a watched page when a screenshot of it is taken. */
public final class Show {
  private Show() {}

  /** Called when it is brought in; a page that has it already does not need it twice. */
  public static void main(String[] arguments) {
    PageCapturer.listen();
  }
}
