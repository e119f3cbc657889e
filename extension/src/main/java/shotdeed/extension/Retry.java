package shotdeed.extension;

import shotdeed.extension.browser.Extension;

/** When the server is tried again after it did not answer: after some seconds, then after twice as many, and so on. */
final class Retry {
  private static final int FIRST_SECONDS = 30;

  private final int mostSeconds;
  private int seconds = FIRST_SECONDS;

  Retry(int mostSeconds) {
    this.mostSeconds = mostSeconds;
  }

  /** What waits should not wait for the next regular refresh once the server is back. */
  void after(String trouble) {
    if (trouble.equals("away") || trouble.equals("refused")) {
      Extension.soon(seconds);
      seconds = Math.min(2 * seconds, mostSeconds);
    } else {
      seconds = FIRST_SECONDS;
    }
  }
}
