package shotdeed.extension.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Json;

/** The thorough check of one page: what fingerprints left open on it, what was looked at, and what came out. */
final class PageLooks {
  private final ArrayDeque<Arrived> queue = new ArrayDeque<>();
  private final List<Arrived> open = new ArrayList<>();
  private final List<String> related = new ArrayList<>();
  private int lookedAt;
  private String trouble = "";
  private String asked = "";
  private String askedHit = "";

  /** Fingerprints found nothing near a picture. */
  void leftOpen(Arrived picture) {
    open.add(picture);
  }

  /** What fingerprints left open so far, in the page's order but for detail pictures, which are decided on later. */
  List<Arrived> open() {
    return open;
  }

  /** Has a picture wait for its look. */
  void queue(Arrived picture) {
    queue.add(picture);
  }

  /** Nothing waits any more, and what was open is to be counted anew. */
  void unqueue() {
    queue.clear();
    lookedAt = 0;
    trouble = "";
  }

  boolean isQueued() {
    return !queue.isEmpty();
  }

  /** The next to look at, or {@code null}. */
  Arrived next() {
    return queue.poll();
  }

  /** It could not be looked at now. */
  void putBack(Arrived picture) {
    queue.addFirst(picture);
  }

  /** One more has its answer. */
  void answered() {
    lookedAt++;
    trouble = "";
  }

  /** Why the rest has no answer, as the panel's words are named; the empty text once one came. */
  void trouble(String what) {
    trouble = what;
  }

  /** Another shot of the same thing is on the page, or, if it is one no longer, is not. */
  void related(Hit hit) {
    related.remove(hit.id());
    if (hit.state().equals(Hit.RELATED)) {
      related.add(hit.id());
    }
  }

  /**
   * What became of the picture that the user chose.
   *
   * @param state the name of the panel's words
   * @param hit may be {@code null}
   */
  void asked(String state, Hit hit) {
    asked = state;
    askedHit = hit == null ? "" : hit.id();
  }

  /** The page begins again. */
  void clear() {
    queue.clear();
    open.clear();
    related.clear();
    lookedAt = 0;
    trouble = "";
  }

  /** Adds what the panel shows. */
  void addTo(Json status, boolean on) {
    Json shots = Json.array();
    for (String hit : related) {
      shots.add(hit);
    }
    status
        .put("related", shots)
        .put("asked", Json.object().put("state", asked).put("hit", askedHit))
        .put(
            "thorough",
            Json.object()
                .put("on", on)
                .put("open", open.size())
                .put("looked", lookedAt)
                .put("trouble", trouble));
  }
}
