package shotdeed.server.certify.first;

import java.util.ArrayList;
import java.util.List;
import shotdeed.image.LumaImage;
import shotdeed.server.platform.Refused;

/**
 * Looks at the pixels of a photograph for what no certificate is given to, and for what a person should look at.
 *
 * @param refused why it gets no certificate, or {@code null}
 * @param remarks for the second reviewer; none if it is refused
 */
public record ContentReview(Refused refused, List<Remark> remarks) {
  /** In this order: the first that is sure names the reason. */
  private static final List<Check> CHECKS =
      List.of(new TextCheck(), new WordsCheck(), new CollageCheck(), new BorderCheck(), new WatermarkCheck());

  /** @param photograph of any size */
  public static ContentReview of(LumaImage photograph) {
    Seen seen = new Seen(photograph);
    List<Remark> remarks = new ArrayList<>();
    for (Check check : CHECKS) {
      Remark remark = check.look(seen);
      if (remark != null && remark.sure()) {
        return new ContentReview(new Refused(remark.kind().error(), remark.percent()), List.of());
      }
      if (remark != null) {
        remarks.add(remark);
      }
    }
    return new ContentReview(null, List.copyOf(remarks));
  }
}
