package shotdeed.server.complain.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.complain.forms.EvidenceForm;
import shotdeed.server.complain.forms.FormLibrary;

/**
 * How a seller stands with a marketplace that they complain to.
 *
 * @param form of the marketplace; {@code null} if it is not known, and then nothing is
 * @param all of the seller's decided complaints there
 * @param thresholds with the complaints that each counts
 */
record StandingWith(EvidenceForm form, PastComplaints all, List<Measured> thresholds) {
  /** A threshold and what is measured by it. */
  record Measured(RiskData.Threshold threshold, PastComplaints counted) {}

  static StandingWith of(
      Handle handle, int seller, FormLibrary forms, EvidenceForm form, RiskData data, Instant now) {
    if (form == null) {
      return new StandingWith(null, new PastComplaints(0, 0), List.of());
    }
    PastComplaints all = PastComplaints.of(handle, seller, forms, form, null);
    LocalDate today = LocalDate.parse(RiskGate.day(now));
    List<Measured> measured = new ArrayList<>();
    for (RiskData.Threshold each : data.thresholds()) {
      if (each.form().equals(form.id())) {
        measured.add(new Measured(
            each,
            each.months() == null
                ? all
                : PastComplaints.of(handle, seller, forms, form, today.minusMonths(each.months()))));
      }
    }
    return new StandingWith(form, all, measured);
  }

  /** For programs; {@code null} if there is nothing to tell. */
  SellersRisk.Acceptance acceptance() {
    RiskData.Threshold strictest = null;
    for (Measured each : thresholds) {
      if (strictest == null || each.threshold().percent().value() > strictest.percent().value()) {
        strictest = each.threshold();
      }
    }
    if (strictest == null && all.decided() == 0) {
      return null;
    }
    return new SellersRisk.Acceptance(
        all.accepted(),
        all.decided(),
        strictest == null ? null : strictest.percent().value(),
        strictest == null ? null : strictest.percent().source());
  }
}
