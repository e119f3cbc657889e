package shotdeed.extension.scan;

/**
 * The addresses of a page's detail pictures in their order, as a short text that is another for another order. The
 * addresses themselves would be kept once for each of them. Differs from worker to worker, so that no page can choose
 * addresses that look like another's.
 */
final class Sequence {
  private static final int SEED = (int) (Math.random() * Integer.MAX_VALUE);
  private static final int END = -1;

  private int first = SEED;
  private int second = ~SEED;
  private int count;

  /** Takes the next address. */
  void add(String address) {
    for (int i = 0; i < address.length(); i++) {
      mix(address.charAt(i));
    }
    mix(END);
    count++;
  }

  private void mix(int value) {
    first = (first ^ value) * 0x85ebca6b;
    first ^= first >>> 13;
    second = (second ^ value) * 0xc2b2ae35;
    second ^= second >>> 16;
  }

  /** At most 22 characters; equal texts mean equal addresses but for one pair in 2<sup>64</sup>. */
  String text() {
    return count + " " + Integer.toHexString(first) + " " + Integer.toHexString(second);
  }
}
