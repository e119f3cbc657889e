package shotdeed.server.complain.forms;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import shotdeed.server.certify.Certificate;
import shotdeed.server.complain.CaseComplaint;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.Slice;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Texts;
import shotdeed.wire.Geometry;

/** Puts into words what comparison sheets say. Figures only: nothing of a forecast, nothing that accuses. */
final class SheetWriter {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
  private static final int MOST_TEXT = 300;
  private static final int SHORT = 120;

  /** What fills two sheets a little is easier to read than one that is full. */
  private static final int GOOD_ROWS = 4;

  private final Texts texts;
  private final String seller;
  private final CaseComplaint complaint;

  SheetWriter(Texts texts, String seller, CaseComplaint complaint) {
    this.texts = texts;
    this.seller = seller;
    this.complaint = complaint;
  }

  /** A copy beside its original. {@code geometry} may be {@code null}; {@code slices} are none for a picture alone. */
  record Pair(Sighting sighting, Certificate certificate, Geometry geometry, List<Slice> slices) {}

  /** Rows of each sheet, so that all pairs are on as few sheets as are wanted where that can be. */
  private static int rows(int pairs, int wanted) {
    return Math.max(Math.min(pairs, GOOD_ROWS), Math.min(SheetPainter.MOST_ROWS, (pairs + wanted - 1) / wanted));
  }

  /**
   * As few sheets as are wanted where that can be, and no more than {@code most}: what does not fit on them is left out.
   */
  List<Sheet> sheets(List<Pair> pairs, int wanted, int most) {
    int rows = rows(pairs.size(), wanted);
    int sheets = Math.min(most, (pairs.size() + rows - 1) / rows);
    List<Sheet> all = new ArrayList<>();
    for (int i = 0; i < sheets; i++) {
      List<Pair> some = pairs.subList(i * rows, Math.min(pairs.size(), (i + 1) * rows));
      all.add(new Sheet(
          texts.get("sheet.title", i + 1, sheets),
          about(some.get(0).sighting()),
          some.stream().map(this::row).toList(),
          texts.get("sheet.foot", complaint.id(), complaint.manifestSha256())));
    }
    return all;
  }

  private List<String> about(Sighting first) {
    String name = line(complaint.shopName(), SHORT);
    String id = line(complaint.shopId(), SHORT);
    String shop = name.isEmpty() ? id : id.isEmpty() ? name : texts.get("sheet.named", name, id);
    return List.of(
        texts.get("sheet.shop", shop.isEmpty() ? "–" : shop, first.listing().site()),
        texts.get("sheet.by", line(seller, SHORT), MINUTE.format(complaint.preparedAt())));
  }

  private Sheet.Row row(Pair pair) {
    Sighting s = pair.sighting();
    Certificate c = pair.certificate();
    List<Sheet.Fact> facts = new ArrayList<>();
    fact(facts, "sheet.position", position(pair));
    fact(facts, "sheet.link", s.listing().pageUrl());
    fact(facts, "sheet.item", s.listing().listingId());
    fact(facts, "sheet.name", line(s.listing().title(), SHORT));
    fact(facts, "sheet.figures", figures(pair));
    fact(facts, "sheet.seen", minute(s.seenAt()));
    fact(facts, "sheet.sha256", s.file().sha256());
    fact(facts, "sheet.certificate", texts.get(
        "sheet.certificate.value", c.id(), texts.get("grade." + c.grade().text()), minute(c.createdAt())));
    Sighting.Captured shown = s.file();
    Geometry drawn = pair.slices().isEmpty() ? pair.geometry() : null; // of a strip it speaks of the joined slices
    return new Sheet.Row(
        c.sha256(),
        shown.raster() == null ? shown.sha256() : shown.raster(),
        drawn,
        texts.get("sheet.original", c.id()),
        texts.get(drawn == null ? "sheet.copy" : "sheet.copy.outlined"),
        facts);
  }

  private String figures(Pair pair) {
    Geometry geometry = pair.geometry();
    if (geometry == null) {
      return texts.get("method." + pair.sighting().found().method().text());
    }
    return texts.get(
        "sheet.agreement", percent(geometry.copyShare()), percent(geometry.originalShare()), percent(geometry.agreement()));
  }

  private static int percent(int share) {
    return (share + 50) / 100;
  }

  /** Where on the listing: main picture 1, or detail picture 3–5 for one that three slices show together. */
  private String position(Pair pair) {
    int first = pair.sighting().picture().position();
    int last = first;
    for (Slice slice : pair.slices()) {
      if (slice.shows()) {
        first = Math.min(first, slice.picture().position());
        last = Math.max(last, slice.picture().position());
      }
    }
    String key = "sighting.place." + pair.sighting().picture().role();
    return first == last ? texts.get(key, first) : texts.get(key, first + "–" + last);
  }

  private void fact(List<Sheet.Fact> facts, String key, String value) {
    String line = line(value, MOST_TEXT);
    if (!line.isEmpty()) {
      facts.add(new Sheet.Fact(texts.get(key), line));
    }
  }

  private static String minute(Instant time) {
    return MINUTE.format(time);
  }

  /** Without what has no shape of its own. */
  private static String line(String text, int most) {
    StringBuilder plain = new StringBuilder();
    PageText.line(text, most).codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT && !(c >= 0xfe00 && c <= 0xfe0f))
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
