package shotdeed.server.console;

import java.util.List;
import shotdeed.server.account.Caller;
import shotdeed.server.complain.CaseComplaint;
import shotdeed.server.complain.risk.ReadRisk;
import shotdeed.server.complain.risk.SellersRisk;
import shotdeed.server.complain.risk.StatedReason;
import shotdeed.server.platform.Texts;

/** What a complaint's page says of the seller's own risk. */
public final class ComplaintRiskPart {
  private final ReadRisk risks;

  public ComplaintRiskPart(ReadRisk risks) {
    this.risks = risks;
  }

  /**
   * For {@code complaint-risk.jte}.
   *
   * @param reasons that the seller stated
   * @param items how the seller stands with the marketplace, and what a wrong notice costs
   */
  public record Model(List<StatedReason> reasons, List<SellersRisk.Item> items) {}

  Model of(Caller caller, CaseComplaint complaint, Texts texts) {
    return new Model(
        risks.stated(caller, complaint.id()), risks.standing(caller, complaint.market(), complaint.site(), texts));
  }
}
