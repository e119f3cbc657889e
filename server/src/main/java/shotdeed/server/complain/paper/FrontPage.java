package shotdeed.server.complain.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import shotdeed.server.complain.By;
import shotdeed.server.complain.paper.EvidenceBlocks.Picture;
import shotdeed.server.complain.paper.EvidenceBlocks.Row;

/** Page one: who, whose, where, both pictures, what this proves and what it does not. */
final class FrontPage {
  private static final float PICTURES = 210;
  private static final float LEAST_PICTURES = 60;
  /** What stands below the pictures takes this much, in the language that takes most. */
  private static final float BELOW = 245;
  /** Characters of a text of the page on page one; whole texts follow. */
  private static final int SHORT = 90;

  private final EvidenceBlocks blocks;
  private final EvidenceWords words;
  private final EvidenceCase of;
  private final List<Sealed> sightings;
  private final Sealed complaint;

  FrontPage(EvidenceBlocks blocks, EvidenceWords words, EvidenceCase of, List<Sealed> sightings) {
    this.blocks = blocks;
    this.words = words;
    this.of = of;
    this.sightings = sightings;
    complaint = new Sealed(of.manifest().path("complaint"));
  }

  void write(Picture copy, Picture original) throws IOException {
    blocks.title(words.of("title", of.complaint()));
    blocks.under(words.of(
        "under", words.time(complaint.text("preparedAt")), complaint.text("software"), words.time(of.packedAt())));
    blocks.rows(parties());
    blocks.pictures(
        List.of(copy, original), Math.max(LEAST_PICTURES, Math.min(PICTURES, blocks.room() - BELOW)));
    blocks.subheading(words.of("proves"));
    blocks.bullets(proves());
    blocks.subheading(words.of("proves-not"));
    blocks.bullets(List.of(
        words.of("not.witness"),
        words.of("not.registration"),
        words.of("not.author"),
        words.of("not.original")));
    blocks.subheading(words.of("times"));
    blocks.paragraph(standing(words, of.log()));
  }

  private List<Row> parties() {
    Sealed first = sightings.get(0);
    Sealed certificate = new Sealed(of.certificates().get(first.number("certificate")));
    String grade = certificate.text("grade");
    List<Row> rows = new ArrayList<>();
    rows.add(words.row("complainant", complaint.said("seller"), cut(complaint.text("seller"))));
    String market = words.market(first.text("market")) + " · " + cut(first.text("site"));
    rows.add(words.row("accused", cut(words.shop(first)) + " · " + market, By.BROWSER));
    rows.add(words.row("right", rights(), By.SERVER));
    rows.add(words.row(
        "grade",
        words.grade(grade) + words.of("colon") + words.gradeMeans(grade),
        certificate.said("grade").by()));
    rows.add(words.row("basis", certificate.said("basis"), words.basis(certificate.text("basis"))));
    rows.add(words.row("declaration", words.declaration(), By.SELLER));
    rows.add(words.row("item", cut(first.text("title")) + " · " + cut(first.text("listingId")), By.BROWSER));
    rows.add(shortAddress(first));
    rows.add(words.row("position", positions(), By.BROWSER));
    return rows;
  }

  private Row shortAddress(Sealed first) {
    String address = first.text("pageUrl");
    Row whole = words.address("link", first.said("pageUrl"));
    return address.length() <= SHORT * 3
        ? whole
        : new Row(whole.label(), address.substring(0, SHORT * 3) + "…", whole.source(), false);
  }

  /** One certificate, or how many. */
  private String rights() {
    Set<Integer> numbers = of.certificates().keySet();
    int first = sightings.get(0).number("certificate");
    return numbers.size() == 1
        ? words.of("right.one", first)
        : words.of("right.more", first, numbers.size() - 1);
  }

  /** Of the first listing's pictures, and how many more there are. */
  private String positions() {
    Set<String> places = new LinkedHashSet<>();
    for (Sealed sighting : sightings) {
      if (sighting.text("listingId").equals(sightings.get(0).text("listingId"))) {
        places.add(words.place(sighting));
      }
    }
    List<String> shown = new ArrayList<>(places);
    String some = String.join(words.of("comma"), shown.subList(0, Math.min(8, shown.size())));
    return sightings.size() == 1 ? some : words.of("position.more", some, sightings.size());
  }

  private List<String> proves() {
    List<String> proves = new ArrayList<>();
    proves.add(words.of("proves.match"));
    proves.add(words.of("proves.unchanged"));
    if (of.log() != null) {
      proves.add(words.of("proves.log"));
    }
    proves.add(words.of("proves.labels", words.by(By.SERVER), words.by(By.BROWSER)));
    return proves;
  }

  /** Whose word the times are. */
  static String standing(EvidenceWords words, EvidenceCase.LogFacts log) {
    if (log == null || log.attestations().isEmpty()) {
      boolean certificates =
          log != null && log.certificates().values().stream().anyMatch(leaf -> leaf.attested() != null);
      return words.of(certificates ? "time.own.evidence" : "time.own");
    }
    List<String> sentences = new ArrayList<>();
    for (EvidenceCase.Attestation seen : log.attestations()) {
      sentences.add(words.of("time.attested", words.time(seen.at()), cut(seen.by())));
    }
    sentences.add(words.of("time.attested.means"));
    return String.join(words.sentenceGap(), sentences);
  }

  private static String cut(String text) {
    if (text.length() <= SHORT) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(SHORT - 1)) ? SHORT - 1 : SHORT;
    return text.substring(0, end) + "…";
  }
}
