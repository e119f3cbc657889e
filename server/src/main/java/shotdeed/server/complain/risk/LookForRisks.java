package shotdeed.server.complain.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import shotdeed.model.CertificateState;
import shotdeed.model.SightingState;
import shotdeed.model.Verdict;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.dispute.SharedPictures;
import shotdeed.server.monitor.FindingStore;
import shotdeed.server.monitor.Licence;
import shotdeed.server.monitor.LicenceStore;
import shotdeed.server.monitor.OwnShop;
import shotdeed.server.monitor.OwnShopStore;
import shotdeed.server.monitor.Sighting;

/** What the store says against a complaint about a sighting, as it stands in the moment that it is asked. */
final class LookForRisks {
  private static final Map<CertificateState, RiskCode> UNFIT = Map.of(
      CertificateState.CONTESTED, RiskCode.CERTIFICATE_CONTESTED,
      CertificateState.REVOKED, RiskCode.CERTIFICATE_REVOKED,
      CertificateState.VOIDED, RiskCode.CERTIFICATE_VOIDED);

  private static final Map<SightingState, RiskCode> JUDGED = Map.of(
      SightingState.OWN, RiskCode.OWN_SHOP,
      SightingState.NOT_A_COPY, RiskCode.NOT_A_COPY,
      SightingState.RECTIFY_REQUESTED, RiskCode.RECTIFY_REQUESTED);

  /** Found of a listing without a shop's number, these were said of its whole site. */
  private static final Set<RiskCode> SITES =
      Set.of(RiskCode.OWN_SHOP, RiskCode.LICENSED, RiskCode.LICENCE_ENDED, RiskCode.LICENCE_OTHER);

  private static final Map<Verdict, RiskCode> VERDICTS =
      Map.of(Verdict.NONE, RiskCode.NO_COPY, Verdict.RELATED, RiskCode.RELATED);

  private final ShopNames names;

  LookForRisks(ShopNames names) {
    this.names = names;
  }

  /**
   * Everything that speaks against it, the heaviest in no order; each code once.
   *
   * @param day the marketplaces' own, such as {@code 2026-11-21}
   */
  List<Risk> of(Handle handle, KnownShops shops, Sighting sighting, String day) {
    List<Risk> found = new ArrayList<>();
    judged(handle, sighting, found);
    certificate(handle, sighting, found);
    licences(handle, shops, sighting, day, found);
    likeShops(shops, sighting, found);
    return found;
  }

  private static void judged(Handle handle, Sighting sighting, List<Risk> found) {
    RiskCode verdict = VERDICTS.get(sighting.found().verdict());
    if (verdict != null) {
      found.add(Risk.of(verdict, sighting.id()));
    }
    if (sighting.state() == SightingState.COMPLAINED) {
      found.add(Risk.of(RiskCode.COMPLAINED, FindingStore.complaintOf(handle, sighting)));
    }
    RiskCode judged = JUDGED.get(sighting.state());
    boolean own = judged == RiskCode.OWN_SHOP || OwnShopStore.holds(handle, sighting.seller(), sighting.listing());
    if (own) {
      found.add(Risk.of(RiskCode.OWN_SHOP));
    } else if (judged != null) {
      found.add(Risk.of(judged));
    }
  }

  private static void certificate(Handle handle, Sighting sighting, List<Risk> found) {
    Certificate certificate =
        CertificateStore.ofSeller(handle, sighting.seller(), sighting.found().certificate());
    RiskCode unfit = UNFIT.get(certificate.state());
    if (unfit != null) {
      found.add(Risk.of(unfit, certificate.id()));
    } else if (SharedPictures.holds(handle, certificate.id())) {
      found.add(Risk.of(RiskCode.SHARED_OWNERSHIP, certificate.id()));
    }
  }

  private static void licences(
      Handle handle, KnownShops shops, Sighting sighting, String day, List<Risk> found) {
    int certificate = sighting.found().certificate();
    int covering = LicenceStore.covering(handle, sighting.seller(), sighting.listing(), certificate, day);
    if (covering != 0) {
      Licence licence = LicenceStore.ofSeller(handle, sighting.seller(), covering);
      found.add(licence.until() == null
          ? Risk.of(RiskCode.LICENSED, covering)
          : Risk.worded(RiskCode.LICENSED, "licensed.until", covering, licence.until()));
      return;
    }
    Licence over = LicenceStore.lastOver(handle, sighting.seller(), sighting.listing(), certificate, day);
    if (sighting.state() == SightingState.LICENSED) {
      found.add(Risk.worded(RiskCode.LICENSED, "licensed.finding"));
    } else if (over != null) {
      found.add(over.until() == null
          ? Risk.of(RiskCode.LICENCE_ENDED, over.id())
          : Risk.worded(RiskCode.LICENCE_ENDED, "licence-ended.until", over.id(), over.until()));
    }
    Licence other = shops.licenceOf(sighting.listing());
    if (other != null) {
      found.add(Risk.of(RiskCode.LICENCE_OTHER, other.id()));
    }
  }

  private void likeShops(KnownShops shops, Sighting sighting, List<Risk> found) {
    OwnShop own = shops.ownOfName(sighting.listing(), names);
    if (own != null) {
      found.add(Risk.of(RiskCode.OWN_SHOP_NAME, own.name()));
    }
    Licence licence = shops.licenceOfName(sighting.listing(), names);
    boolean licensed = found.stream().anyMatch(risk -> risk.code() == RiskCode.LICENSED);
    if (licence != null && !licensed) {
      found.add(Risk.of(RiskCode.LICENCE_NAME, licence.id(), licence.name()));
    }
    boolean site =
        OwnShop.isNamed(sighting.listing()) && found.stream().anyMatch(risk -> SITES.contains(risk.code()));
    if (sighting.listing().shopId().isEmpty() && !site) {
      found.add(Risk.of(RiskCode.SHOP_UNKNOWN));
    }
  }
}
