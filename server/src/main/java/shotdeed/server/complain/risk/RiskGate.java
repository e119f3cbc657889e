package shotdeed.server.complain.risk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/**
 * Lets a complaint pass, or not: what must not be complained of is refused, what needs a reason passes with one only. To be
 * asked in the transaction that prepares the complaint, because a licence may be given while a person still looks.
 */
public final class RiskGate {
  private final LookForRisks look;
  private final InstantSource clock;

  public RiskGate(RiskData data, InstantSource clock) {
    look = new LookForRisks(data.shopNames());
    this.clock = clock;
  }

  /** The day by which licences hold. */
  static String day(Instant now) {
    return LocalDate.ofInstant(now, Times.MARKET_ZONE).toString();
  }

  /**
   * Holds the sightings of a complaint against all that speaks against it.
   *
   * @param sightings the caller's own, of which no other complaint holds any
   * @return what is to be kept with the complaint; empty if it needs no reason
   * @throws Refused if it cannot be prepared at all, if a reason is missing, or if one was stated that nothing asks for
   */
  public List<StatedReason> require(Handle handle, Caller caller, List<Sighting> sightings, Reasons reasons) {
    Instant now = clock.instant();
    KnownShops shops = KnownShops.of(handle, caller.seller(), day(now));
    Map<RiskCode, List<Integer>> asked = new EnumMap<>(RiskCode.class);
    for (Sighting sighting : sightings) {
      for (Risk risk : look.of(handle, shops, sighting, day(now))) {
        if (risk.code().level() == RiskLevel.BLOCKED) {
          refuse(handle, caller, sighting, risk);
        }
        if (risk.code().level() == RiskLevel.REASON) {
          asked.computeIfAbsent(risk.code(), code -> new ArrayList<>()).add(sighting.id());
        }
      }
    }
    requireThese(asked, reasons);
    List<StatedReason> kept = new ArrayList<>();
    asked.forEach((code, about) ->
        kept.add(new StatedReason(code, reasons.texts().get(code), List.copyOf(about), caller.accountName(), now)));
    return List.copyOf(kept);
  }

  private static void refuse(Handle handle, Caller caller, Sighting sighting, Risk risk) {
    switch (risk.code()) {
      case COMPLAINED -> throw new Refused(Errors.ALREADY_COMPLAINED, risk.values().get(0))
          .with("complaint", risk.values().get(0))
          .with("sighting", sighting.id());
      case NO_COPY -> throw new Refused(Errors.NOT_A_COPY, sighting.id()).with("sighting", sighting.id());
      case OWN_SHOP -> throw new Refused(Errors.OWN_SHOP, sighting.id()).with("sighting", sighting.id());
      default -> Undisputed.require(
          CertificateStore.ofSeller(handle, caller.seller(), sighting.found().certificate()));
    }
  }

  private static void requireThese(Map<RiskCode, List<Integer>> asked, Reasons reasons) {
    Set<RiskCode> missing = EnumSet.noneOf(RiskCode.class);
    missing.addAll(asked.keySet());
    missing.removeAll(reasons.texts().keySet());
    if (!missing.isEmpty()) {
      throw new Refused(Errors.REASON_NEEDED)
          .with("codes", codes(missing))
          .with("sighting", asked.get(missing.iterator().next()).get(0));
    }
    Set<RiskCode> idle = EnumSet.noneOf(RiskCode.class);
    idle.addAll(reasons.texts().keySet());
    idle.removeAll(asked.keySet());
    if (!idle.isEmpty()) {
      throw new Refused(Errors.REASON_NOT_ASKED).with("codes", codes(idle));
    }
  }

  private static List<String> codes(Set<RiskCode> codes) {
    return codes.stream().map(RiskCode::text).toList();
  }
}
