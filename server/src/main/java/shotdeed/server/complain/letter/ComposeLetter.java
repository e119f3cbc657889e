package shotdeed.server.complain.letter;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.complain.batch.Copy;
import shotdeed.server.complain.batch.Group;
import shotdeed.server.ledger.Leaf;
import shotdeed.server.ledger.LogStore;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Texts;

/**
 * The words of a letter: what can be edited, and the list below it, which names what it is about and stays as it
 * is.
 */
final class ComposeLetter {
  private static final int MAX_NAME = 80;
  private static final int MAX_ADDRESS = 500;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private ComposeLetter() {}

  static String subject(Texts texts, Copy first) {
    return texts.get("rectify.subject", name(texts, first));
  }

  static String text(Texts texts, Caller caller, Copy first, int listings, LocalDate due) {
    return texts.get("rectify.text", name(texts, first), listings, day(texts.language(), due), caller.sellerName());
  }

  /** A shop may call itself as it likes; a name that a letter must not repeat is left out. */
  private static String name(Texts texts, Copy first) {
    String name = PageText.line(first.shopName(), MAX_NAME);
    return name.isEmpty() || !LetterCheck.forbidden(name).isEmpty() ? texts.get("rectify.shop") : name;
  }

  /** A day as people write it. */
  static String day(Language language, LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language == Language.ENGLISH ? Locale.UK : Locale.forLanguageTag(language.tag()))
        .format(day);
  }

  /**
   * Listings with their pictures, then the certificates with their receipts: each an entry of the server's log.
   * Titles are
   * left out, because a page may have any words in them.
   */
  static String list(Handle handle, Texts texts, Caller caller, List<Group> groups, ZoneId zone) {
    StringBuilder list = new StringBuilder(texts.get("rectify.listings"));
    Set<Integer> certificates = new LinkedHashSet<>();
    for (Group group : groups) {
      list.append("\n\n").append(PageText.line(group.first().pageUrl(), MAX_ADDRESS));
      for (Copy copy : group.fit()) {
        certificates.add(copy.certificate());
        list.append("\n- ").append(texts.get(
            "rectify.picture",
            texts.get("sighting.place." + copy.role(), copy.position()),
            texts.get("certificate.number", copy.certificate())));
      }
    }
    list.append("\n\n").append(texts.get("rectify.certificates"));
    for (int number : certificates) {
      Certificate certificate = CertificateStore.ofSeller(handle, caller.seller(), number);
      list.append("\n- ").append(texts.get(
          "rectify.certificate",
          texts.get("certificate.number", number),
          texts.get("grade." + certificate.grade().text()),
          certificate.sha256()));
      LogStore.ofCertificate(handle, number).stream().findFirst().ifPresent(leaf ->
          list.append("\n  ").append(receipt(texts, leaf, zone)));
    }
    return list.append('\n').toString();
  }

  private static String receipt(Texts texts, Leaf leaf, ZoneId zone) {
    return texts.get("rectify.receipt", leaf.number(), MINUTE.withZone(zone).format(leaf.at()), zone.getId());
  }
}
