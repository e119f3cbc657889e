package shotdeed.server.complain.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import shotdeed.server.complain.forms.EvidenceForm;
import shotdeed.server.complain.forms.Figure;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;
import shotdeed.server.proof.Proof;
import shotdeed.server.proof.ProofFolder;
import shotdeed.server.proof.ProofKind;
import shotdeed.server.proof.Readiness;

/** Says risks in one language. */
final class RiskWords {
  private final Texts texts;
  private final RiskData data;

  RiskWords(Texts texts, RiskData data) {
    this.texts = texts;
    this.data = data;
  }

  /** What was found, and what to do about it. */
  SellersRisk.Item item(Risk risk) {
    String what = texts.get("risk." + risk.words(), risk.values().toArray());
    String todo = "risk." + risk.code().text() + ".do";
    return item(risk.code(), texts.keys().contains(todo) ? sentences(what, texts.get(todo)) : what);
  }

  /** What was looked for and not found: silence could mean that nobody looked. */
  List<SellersRisk.Item> checked(List<Risk> found) {
    Set<RiskCode> codes = found.stream().map(Risk::code).collect(Collectors.toSet());
    List<SellersRisk.Item> items = new ArrayList<>();
    boolean named = !codes.contains(RiskCode.SHOP_UNKNOWN);
    if (named && !codes.contains(RiskCode.LICENSED) && !codes.contains(RiskCode.LICENCE_NAME)) {
      items.add(said(RiskCode.LICENCE_CHECKED, "risk.licence-checked"));
    }
    if (named && !codes.contains(RiskCode.OWN_SHOP) && !codes.contains(RiskCode.OWN_SHOP_NAME)) {
      items.add(said(RiskCode.OWN_SHOP_CHECKED, "risk.own-shop-checked"));
    }
    boolean fit = Set.of(
            RiskCode.CERTIFICATE_CONTESTED,
            RiskCode.CERTIFICATE_REVOKED,
            RiskCode.CERTIFICATE_VOIDED,
            RiskCode.SHARED_OWNERSHIP)
        .stream()
        .noneMatch(codes::contains);
    if (fit) {
      items.add(said(RiskCode.DISPUTE_CHECKED, "risk.dispute-checked"));
    }
    return items;
  }

  /**
   * What the folder lacks for the marketplace.
   *
   * @param form {@code null} if the marketplace is not known
   */
  List<SellersRisk.Item> proofs(ProofFolder.View folder, EvidenceForm form) {
    Readiness.Marketplace market = form == null
        ? null
        : folder.marketplaces().stream().filter(each -> each.id().equals(form.id())).findFirst().orElse(null);
    if (market == null || market.answer() == Readiness.Answer.NOT_KNOWN) {
      return anywhere(folder);
    }
    if (market.missing().isEmpty()) {
      return List.of(said(RiskCode.PROOF_READY, "risk.proof-ready", texts.get("proof.market." + market.id())));
    }
    List<SellersRisk.Item> items = new ArrayList<>();
    for (Readiness.Point point : market.missing()) {
      String missing = texts.get("missing." + point.code(), point.values().toArray());
      String where = texts.get("risk.proof-missing", texts.get("proof.market." + market.id()));
      items.add(item(RiskCode.PROOF_MISSING, sentences(missing, where)));
    }
    return items;
  }

  /** What the marketplace asks for is not known: what helps everywhere. */
  private List<SellersRisk.Item> anywhere(ProofFolder.View folder) {
    List<SellersRisk.Item> items = new ArrayList<>();
    List<ProofKind> kinds = folder.standing().stream().map(Proof::kind).toList();
    if (!kinds.contains(ProofKind.CAMERA_ORIGINAL)) {
      items.add(said(RiskCode.PROOF_MISSING, "risk.proof-missing.camera-original"));
    }
    if (!kinds.contains(ProofKind.SERIES) && !kinds.contains(ProofKind.ON_SET)) {
      items.add(said(RiskCode.PROOF_MISSING, "risk.proof-missing.series"));
    }
    return items;
  }

  /** Past complaints against each threshold; where none is published, only how they went. */
  List<SellersRisk.Item> acceptance(StandingWith standing) {
    List<SellersRisk.Item> items = new ArrayList<>();
    if (standing.form() == null) {
      return items;
    }
    String market = texts.get("proof.market." + standing.form().id());
    items.add(share(market, standing.all()));
    for (StandingWith.Measured each : standing.thresholds()) {
      RiskData.Threshold threshold = each.threshold();
      PastComplaints counted = each.counted();
      boolean tells = counted.decided() >= data.fewDecided().value();
      boolean below = tells && counted.isBelow(threshold.percent().value());
      String states = texts.get("risk.threshold." + threshold.id(), threshold.percent().value(), threshold.months());
      String yours = !tells
          ? texts.get("risk.threshold.few", counted.decided())
          : texts.get(below ? "risk.threshold.below" : "risk.threshold.met", counted.accepted(), counted.decided());
      items.add(item(
          below ? RiskCode.ACCEPTANCE_BELOW : RiskCode.ACCEPTANCE,
          sentences(states, yours, source(threshold.percent()))));
    }
    for (RiskData.Security each : data.securities()) {
      if (each.forms().contains(standing.form().id())) {
        items.add(item(
            RiskCode.SECURITY,
            sentences(
                texts.get("risk.security." + each.id(), each.amount().value(), each.currency()),
                source(each.amount()))));
      }
    }
    return items;
  }

  private SellersRisk.Item share(String market, PastComplaints all) {
    String key = all.decided() == 0
        ? "risk.acceptance.none"
        : all.decided() < data.fewDecided().value() ? "risk.acceptance.few" : "risk.acceptance";
    return said(RiskCode.ACCEPTANCE, key, market, all.accepted(), all.decided(), all.percent());
  }

  /** What a wrong notice costs by the law of the marketplace. */
  List<SellersRisk.Item> liability(EvidenceForm form) {
    List<SellersRisk.Item> items = new ArrayList<>();
    for (RiskData.Law law : data.laws()) {
      if (form != null && law.forms().contains(form.id())) {
        String source = source(law.source(), law.read(), law.confidence());
        items.add(item(RiskCode.LIABILITY, sentences(texts.get("risk.liability." + law.id()), source)));
      }
    }
    if (items.isEmpty()) {
      items.add(said(RiskCode.LIABILITY, "risk.liability.unknown"));
    }
    return items;
  }

  private String source(Figure<?> figure) {
    return source(figure.source(), figure.read(), figure.confidence());
  }

  private String source(String source, String read, String confidence) {
    return texts.get("risk.source", source, read, texts.get("forms.confidence." + confidence));
  }

  private SellersRisk.Item said(RiskCode code, String key, Object... values) {
    return item(code, texts.get(key, values));
  }

  private static SellersRisk.Item item(RiskCode code, String text) {
    return new SellersRisk.Item(code.text(), code.level().text(), text);
  }

  private String sentences(String... each) {
    return String.join(texts.language() == Language.ENGLISH ? " " : "", each);
  }
}
