package shotdeed.server.console;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shotdeed.server.certify.subject.Category;
import shotdeed.server.platform.Language;

/** The details of an entry of the audit log in words: it keeps codes and numbers, which mean nothing to its readers. */
public final class AuditWords {
  /** Which family of texts has the words for the code that an action keeps. */
  private static final Map<String, String> FAMILIES =
      Map.ofEntries(
          Map.entry("account.join", "role"),
          Map.entry("invitation.make", "role"),
          Map.entry("sighting.judge", "sighting.state"),
          Map.entry("certificate.reject", "refusal"),
          Map.entry("proof.add", "kind"),
          Map.entry("proof.remove", "kind"),
          Map.entry("proof.restore", "kind"),
          Map.entry("form.release", "proof.market"),
          Map.entry("form.hold", "proof.market"),
          Map.entry("complaint.reason", "risk.against"),
          Map.entry("accused.record", "proof.market"),
          Map.entry("accused.step", "accused.stage"),
          Map.entry("accused.undo", "accused.stage"),
          Map.entry("webhook.change", "webhooks"),
          Map.entry("webhook.lost", "webhook.fault"),
          Map.entry("dispute.open", "dispute.finding"),
          Map.entry("dispute.decide", "dispute.outcome"));

  private AuditWords() {}

  /**
   * What happened more closely.
   *
   * @param details as the log keeps them
   * @return {@code null} if there are none, or they are somebody's own words or a date, to be shown as they are
   */
  public static String of(Page page, String action, String details) {
    if (details.isEmpty()) {
      return null;
    }
    String family = FAMILIES.get(action);
    if (family != null) {
      return page.texts().keys().contains(family + "." + details) ? page.code(family, details) : null;
    }
    String[] parts = details.split(", ");
    return switch (action) {
      case "certificates.monitor", "certificates.pause", "certificates.resume", "certificates.retire" ->
          page.t("audit.certificates", details);
      case "upload.open", "proof.share" -> page.t("audit.files", details);
      case "categories.choose" -> Stream.of(parts)
          .map(id -> Category.exists(id) ? Category.of(id).name(page.texts().language()) : id)
          .collect(Collectors.joining(page.texts().language() == Language.ENGLISH ? ", " : "、"));
      case "reviews.set" -> parts.length < 3 ? null : reviews(page, parts);
      case "disputes.set" -> parts.length < 2 ? null : page.t("audit.disputes." + parts[0], parts[1]);
      default -> null;
    };
  }

  private static String reviews(Page page, String[] parts) {
    boolean person = parts[2].length() == 1 && parts[2].charAt(0) < '2';
    return page.t(person ? "audit.reviews.person" : "audit.reviews.machine", (Object[]) parts);
  }
}
