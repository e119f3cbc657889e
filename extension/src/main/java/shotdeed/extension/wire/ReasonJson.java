package shotdeed.extension.wire;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Json;
import shotdeed.wire.ComplaintReason;

/** Reasons of a complaint, in messages and in stored drafts. */
public final class ReasonJson {
  private ReasonJson() {}

  public static Json write(List<ComplaintReason> reasons) {
    Json list = Json.array();
    for (ComplaintReason reason : reasons) {
      list.add(Json.object().put("code", reason.code()).put("text", reason.text()));
    }
    return list;
  }

  /** Of a draft; none in one from before there were any. */
  public static List<ComplaintReason> read(Json draft) {
    List<ComplaintReason> reasons = new ArrayList<>();
    if (draft.has("reasons")) {
      for (Json reason : draft.list("reasons")) {
        reasons.add(new ComplaintReason(reason.string("code"), reason.string("text")));
      }
    }
    return reasons;
  }
}
