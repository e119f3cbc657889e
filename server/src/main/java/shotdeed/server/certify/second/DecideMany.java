package shotdeed.server.certify.second;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.SecondReview;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;

/** Decides about several photographs at once, each by itself: what is refused of one holds up none of the others. */
public final class DecideMany {
  /** Photographs a request: all that a page of the queue shows. */
  public static final int MAX = ReviewQueue.PAGE * QueueStore.MAX_SERIES;

  private static final int MAX_WORDS = 1000;

  private final SecondReview review;

  public DecideMany(SecondReview review) {
    this.review = review;
  }

  /**
   * What became of one.
   *
   * @param state where it stands now, or {@code null} if nothing was changed
   * @param refused why nothing was changed, or {@code null}
   */
  public record Outcome(int certificate, CertificateState state, Refused refused) {
    /** Whether it was decided. */
    public boolean done() {
      return refused == null;
    }
  }

  /**
   * Decides about each.
   *
   * @param ids numbers of certificates; the same number twice counts once
   * @param because code of a {@link Rejection}; ignored for an approval
   * @param words the reviewer's own; needed if the reason is "other"
   * @throws Refused if nothing can be decided at all: nothing is changed then
   */
  public List<Outcome> run(Caller caller, List<Integer> ids, boolean approve, String because, String words)
      throws IOException {
    ReviewQueue.requireReviewer(caller);
    Fields.list("ids", ids, 1, MAX);
    Rejection reason = approve ? null : Rejection.of(because);
    String own = PageText.line(words, MAX_WORDS);
    if (reason == Rejection.OTHER && own.isEmpty()) {
      throw Fields.invalid("words", "a text: another reason must be said");
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int id : new LinkedHashSet<>(ids)) {
      try {
        Certificate after =
            approve ? review.approve(caller, id) : review.reject(caller, id, reason.code(), own);
        outcomes.add(new Outcome(id, after.state(), null));
      } catch (Refused refused) {
        outcomes.add(new Outcome(id, null, refused));
      }
    }
    return outcomes;
  }
}
