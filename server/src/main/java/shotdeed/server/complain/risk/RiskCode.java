package shotdeed.server.complain.risk;

import java.util.Locale;

/** What speaks against a complaint, or was looked for in vain. */
public enum RiskCode {
  /** The server found no copy in the picture. */
  NO_COPY(RiskLevel.BLOCKED),
  /** Another sighting of the same copy is part of a complaint. */
  COMPLAINED(RiskLevel.BLOCKED),
  CERTIFICATE_CONTESTED(RiskLevel.BLOCKED),
  CERTIFICATE_REVOKED(RiskLevel.BLOCKED),
  CERTIFICATE_VOIDED(RiskLevel.BLOCKED),
  OWN_SHOP(RiskLevel.BLOCKED),

  /** A licence covers the photograph in this shop, or the copy stands as excused by one. */
  LICENSED(RiskLevel.REASON),
  /** A person said that it is no copy. */
  NOT_A_COPY(RiskLevel.REASON),
  /** The server takes it for another shot of the same thing. */
  RELATED(RiskLevel.REASON),
  /** The shop was asked to take it down, and may still do so. */
  RECTIFY_REQUESTED(RiskLevel.REASON),
  /** A shop of the name of one of the seller's own, under another number. */
  OWN_SHOP_NAME(RiskLevel.REASON),
  /** A shop of the name of one with a licence in force, under another number. */
  LICENCE_NAME(RiskLevel.REASON),
  /** A dispute ended with both sides' certificates standing: the shop may have it from the other side. */
  SHARED_OWNERSHIP(RiskLevel.REASON),

  /** The shop had a licence for the photograph that is over. */
  LICENCE_ENDED(RiskLevel.NOTE),
  /** The shop has a licence for other photographs. */
  LICENCE_OTHER(RiskLevel.NOTE),
  /** The page gives no number of a shop, so that licences and own shops could not be looked up by it. */
  SHOP_UNKNOWN(RiskLevel.NOTE),
  /** The marketplace asks for a proof that is not there. */
  PROOF_MISSING(RiskLevel.NOTE),
  /** Fewer of the seller's complaints were accepted than the marketplace asks for. */
  ACCEPTANCE_BELOW(RiskLevel.NOTE),

  LICENCE_CHECKED(RiskLevel.NONE),
  OWN_SHOP_CHECKED(RiskLevel.NONE),
  DISPUTE_CHECKED(RiskLevel.NONE),
  PROOF_READY(RiskLevel.NONE),
  ACCEPTANCE(RiskLevel.NONE),
  SECURITY(RiskLevel.NONE),
  LIABILITY(RiskLevel.NONE);

  private final RiskLevel level;

  RiskCode(RiskLevel level) {
    this.level = level;
  }

  public RiskLevel level() {
    return level;
  }

  /** As stored, sent, and in the names of words. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads {@link #text()}; {@code null} if there is none of this name. */
  public static RiskCode of(String text) {
    for (RiskCode code : values()) {
      if (code.text().equals(text)) {
        return code;
      }
    }
    return null;
  }
}
