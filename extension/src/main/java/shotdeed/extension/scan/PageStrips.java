package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shotdeed.extension.browser.Turn;
import shotdeed.image.Strip;
import shotdeed.image.StripPlanner;
import shotdeed.match.Finding;
import shotdeed.model.PictureRole;
import shotdeed.model.Unjudged;
import shotdeed.wire.SeenPicture;

/**
 * The detail pictures of a page, put back into the page's order: they are read several at a time and the later may be
 * read first. A picture that cannot be read leaves a gap, which ends a strip.
 *
 * <p>Memory: the slices of one strip, and those that wait for an earlier one, bounded by {@link #MAX_WAITING}.
 */
final class PageStrips {
  private final Turn deciding = new Turn();
  /** Bytes of pictures that wait for an earlier one; with more, the earlier one is given up as a part of a strip. */
  private static final int MAX_WAITING = 32 << 20;

  private final StripPlanner<Slice> planner = new StripPlanner<>();
  private final Set<Integer> expected = new HashSet<>();
  private final Map<Integer, Slice> waiting = new HashMap<>();
  private final List<String> addresses = new ArrayList<>();
  private final Set<String> unsettled = new HashSet<>();
  private final Set<String> judgedInStrip = new HashSet<>();
  private final Sequence sequence = new Sequence();
  private int waitingBytes;
  private int next;
  private boolean complete = true;

  /**
   * A detail picture that was read.
   *
   * @param picture as it is reported
   * @param luma the picture, small; {@code null} if it can be no part of a strip
   * @param judged whether it was decided on by itself
   * @param alone what it is a copy of by itself, if no strip shows more; or {@code null}
   * @param unjudged why it cannot be judged by itself; or {@code null}
   */
  record Slice(
      SeenPicture picture,
      String type,
      byte[] bytes,
      int width,
      int height,
      Strip.Slice luma,
      boolean judged,
      Finding alone,
      Unjudged unjudged) {
    int size() {
      return bytes.length + (luma == null ? 0 : luma.luma().length);
    }
  }

  /** Whether a picture may be a slice: other parts of a page are not cut up. */
  static boolean isSlice(SeenPicture picture) {
    return picture.role().equals(PictureRole.DETAIL.text());
  }

  /** A picture will be read. */
  void expect(SeenPicture picture) {
    expected.add(picture.position());
    addresses.add(picture.url());
    sequence.add(picture.url());
  }

  /** The detail pictures that the page has shown so far, in order: what is in a strip depends on its neighbours. */
  String sequence() {
    return sequence.text();
  }

  /** Addresses of the detail pictures so far. */
  List<String> addresses() {
    return addresses;
  }

  /** Takes a picture that was read; answers with what can be looked up now, and what need not be waited for. */
  StripPlanner.Step<Slice> read(Slice slice) {
    StripPlanner.Step<Slice> step = new StripPlanner.Step<>();
    int position = slice.picture().position();
    expected.remove(position);
    if (position < next || waiting.containsKey(position)) {
      step.done().add(slice); // the page has put it where something else was: its neighbours are not known
      incomplete();
    } else {
      waiting.put(position, slice);
      waitingBytes += slice.size();
    }
    return advance(step);
  }

  /** A picture is not read after all. */
  StripPlanner.Step<Slice> skip(SeenPicture picture) {
    expected.remove(picture.position());
    return advance(new StripPlanner.Step<>());
  }

  private StripPlanner.Step<Slice> advance(StripPlanner.Step<Slice> step) {
    while (!waiting.isEmpty()) {
      int position = lowest(waiting.keySet());
      if (!expected.isEmpty() && lowest(expected) < position) {
        if (waitingBytes <= MAX_WAITING) {
          return step;
        }
        incomplete();
      }
      Slice slice = waiting.remove(position);
      waitingBytes -= slice.size();
      next = position + 1;
      append(step, planner.add(position, slice.width(), slice.height(), slice.bytes().length, slice));
    }
    if (expected.isEmpty()) {
      append(step, planner.pause());
    }
    return step;
  }

  private static void append(StripPlanner.Step<Slice> to, StripPlanner.Step<Slice> more) {
    to.strips().addAll(more.strips());
    to.done().addAll(more.done());
    to.left().addAll(more.left());
  }

  private static int lowest(Set<Integer> positions) {
    int lowest = Integer.MAX_VALUE;
    for (int position : positions) {
      lowest = Math.min(lowest, position);
    }
    return lowest;
  }

  /** A picture is in no strip that it may belong to: what is next to it must be looked at again on the next visit. */
  void incomplete() {
    complete = false;
  }

  /** Whether every picture so far is in the strips that it may belong to. */
  boolean isComplete() {
    return complete;
  }

  /** A strip shows a copy: it must be looked up again on the next visit. */
  void found(List<Slice> strip) {
    for (Slice slice : strip) {
      unsettled.add(slice.picture().url());
    }
  }

  /** A strip was looked up: its slices have a verdict, even those that have none by themselves. */
  void lookedUp(List<Slice> strip) {
    for (Slice slice : strip) {
      judgedInStrip.add(slice.picture().url());
    }
  }

  /** Why a picture has no verdict, neither by itself nor in a strip; {@code null} if it has one. */
  Unjudged unjudged(Slice slice) {
    return judgedInStrip.contains(slice.picture().url()) ? null : slice.unjudged();
  }

  /** Whether the next visit may take a picture's verdict, in this sequence, as known. */
  boolean isSettled(Slice slice) {
    return complete
        && !slice.judged()
        && slice.alone() == null
        && unjudged(slice) == null
        && !unsettled.contains(slice.picture().url());
  }

  /** Whose turn it is to decide on strips. */
  Turn deciding() {
    return deciding;
  }
}
