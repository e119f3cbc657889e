package shotdeed.extension.browser;

/**
 * Work that one task at a time may do while others wait. Not {@code synchronized}: of several tasks that wait for a
 * monitor the compiler's run time (TeaVM 0.15) wakes one and forgets the others.
 */
public final class Turn {
  private static final int LOOK_MILLIS = 5;

  private boolean taken;

  /** Waits for the turn; {@link #give} it back whatever happens. */
  public void take() {
    while (taken) {
      Tasks.pause(LOOK_MILLIS);
    }
    taken = true;
  }

  /** Lets another task have it. */
  public void give() {
    taken = false;
  }
}
