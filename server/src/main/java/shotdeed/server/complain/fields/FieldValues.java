package shotdeed.server.complain.fields;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shotdeed.model.Method;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.FirstPublication;
import shotdeed.server.complain.forms.Filling;
import shotdeed.server.complain.forms.FormFiles;
import shotdeed.server.complain.forms.FormText;
import shotdeed.server.complain.forms.Listing;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.Slice;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Texts;

/**
 * What goes into the fields of a form, in the language that those who decide there read. It says what the server found and
 * what the seller states, each as that, and no more; never points, never money, never the texts of the accused listings.
 */
final class FieldValues {
  private static final int MAX_TITLE = 80;
  private static final List<String> PHONE_PAGES = List.of("m.", "h5.", "mobile.", "wap.");

  private final Texts texts;
  private final FormFiles.Outline outline;
  private final Complainant complainant;
  private final Map<Integer, List<FirstPublication>> published;
  private final LocalDate today;

  /**
   * @param texts in the language of the values
   * @param published what the seller states of each certificate, the last first
   * @param today where the seller is
   */
  FieldValues(
      Texts texts,
      FormFiles.Outline outline,
      Complainant complainant,
      Map<Integer, List<FirstPublication>> published,
      LocalDate today) {
    this.texts = texts;
    this.outline = outline;
    this.complainant = complainant;
    this.published = published;
    this.today = today;
  }

  /** The value of a field; empty if it is not known. */
  String of(FormText.Field field) {
    return switch (field.source()) {
      case FIXED -> field.ticked() ? "yes" : field.fixed(texts.language());
      case LINKS -> outline.links().strip();
      case NUMBERS -> numbers();
      case SCENE -> texts.get(forPhones() ? "notice.scene.phone" : "notice.scene.computer");
      case PICTURES -> pictures();
      case OWN_LINK -> ownLink();
      case STATEMENT -> statement();
      case WORK -> work();
      default -> stated(field.source());
    };
  }

  private String stated(Filling filling) {
    return switch (filling) {
      case HOLDER -> complainant.holder();
      case NAME, SIGNATURE -> complainant.contact();
      case NAME_AND_POSITION -> Stream.of(complainant.contact(), complainant.position())
          .filter(each -> !each.isEmpty())
          .collect(Collectors.joining(", "));
      case COMPANY -> complainant.company();
      case ADDRESS -> complainant.address();
      case PHONE -> complainant.phone();
      case EMAIL -> complainant.email();
      case ID_NUMBER -> complainant.idNumber();
      case CAPACITY -> choice("notice.capacity.", complainant.capacity());
      case RIGHT -> choice("notice.copyright.", complainant.copyright());
      case REGISTRATION -> complainant.registration();
      case BRAND -> complainant.brand();
      case DATE -> today.toString();
      default -> throw new IllegalArgumentException("the seller states no " + filling);
    };
  }

  private String choice(String prefix, String code) {
    return code.isEmpty() ? "" : texts.get(prefix + code);
  }

  private String numbers() {
    return outline.listings().stream()
        .map(listing -> listing.sightings().get(0).listing().listingId())
        .map(id -> PageText.line(id, MAX_TITLE))
        .filter(id -> !id.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private boolean forPhones() {
    String site = outline.complaint().site();
    return PHONE_PAGES.stream().anyMatch(prefix -> site.startsWith(prefix) || site.contains("." + prefix));
  }

  /** Of several listings, each under its address. */
  private String pictures() {
    List<String> lines = new ArrayList<>();
    for (Listing listing : outline.listings()) {
      String places = listing.sightings().stream()
          .map(this::place)
          .distinct()
          .collect(Collectors.joining(texts.get("notice.and")));
      lines.add(outline.listings().size() == 1 ? places : texts.get("notice.at", listing.address(), places));
    }
    return String.join("\n", lines);
  }

  /** Such as main picture 1, or detail picture 3–5 for one that three slices show together. */
  private String place(Sighting sighting) {
    int first = sighting.picture().position();
    int last = first;
    for (Slice slice : outline.slices().getOrDefault(sighting.id(), List.of())) {
      if (slice.shows()) {
        first = Math.min(first, slice.picture().position());
        last = Math.max(last, slice.picture().position());
      }
    }
    String key = "sighting.place." + sighting.picture().role();
    return first == last ? texts.get(key, first) : texts.get(key, first + "–" + last);
  }

  private String ownLink() {
    return outline.photographs().values().stream()
        .flatMap(photograph -> statements(photograph).stream())
        .map(FirstPublication::place)
        .filter(place -> place.startsWith("https://") || place.startsWith("http://"))
        .findFirst()
        .orElse("");
  }

  private List<FirstPublication> statements(Certificate certificate) {
    return published.getOrDefault(certificate.id(), List.of());
  }

  private String statement() {
    List<String> lines = new ArrayList<>();
    lines.add(texts.get("notice.statement"));
    boolean several = outline.listings().size() > 1;
    int number = 1;
    for (Listing listing : outline.listings()) {
      String before = several ? texts.get("notice.listing", number++) : "";
      listing.sightings().stream()
          .map(sighting -> before + found(sighting))
          .distinct()
          .forEach(lines::add);
    }
    lines.add(texts.get("notice.kept"));
    return String.join("\n", lines);
  }

  private String found(Sighting sighting) {
    Sighting.Found found = sighting.found();
    String how = found.method() == Method.EXACT ? "same-file" : found.whole() ? "whole" : "part";
    return texts.get("notice.found." + how, place(sighting), found.certificate());
  }

  private String work() {
    return outline.photographs().values().stream().map(this::photograph).collect(Collectors.joining("\n"));
  }

  private String photograph(Certificate certificate) {
    String title = PageText.line(certificate.title(), MAX_TITLE);
    String about = texts.get(
        title.isEmpty() ? "notice.work" : "notice.work.titled",
        certificate.id(),
        certificate.width(),
        certificate.height(),
        title);
    FirstPublication said = statements(certificate).stream().findFirst().orElse(null);
    if (said == null || said.place().isEmpty() && said.day() == null) {
      return about;
    }
    String where = said.place().isEmpty() ? "first-day" : said.day() == null ? "first-place" : "first";
    return about + texts.get("notice." + where, said.place(), said.day());
  }
}
