package shotdeed.server.report.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import shotdeed.model.SightingState;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;
import shotdeed.server.report.ReportLine;
import shotdeed.server.report.TheftReport;
import shotdeed.wire.ReadMark;
import shotdeed.wire.SeenListing;

/** Reports that the tests write. */
final class PaperSample {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final List<String> COVERAGE =
      List.of("3 shops, 12 listings and 140 pictures were examined.", "2 pictures could not be fetched.");

  private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private PaperSample() {}

  static TheftReport report(int findings) {
    return new TheftReport(
        17,
        3,
        true,
        LocalDate.of(2026, 11, 22),
        SHANGHAI,
        Instant.parse("2026-11-21T00:00:00Z"),
        Instant.parse("2026-11-22T00:00:00Z"),
        Instant.parse("2026-11-22T00:00:03.250Z"),
        null,
        new TheftReport.Counts(2, 3, findings, Math.min(findings, 2), findings * 2, 4, 1, 5),
        "",
        null);
  }

  static ReportLine line() {
    return line(0, shop("山海服饰专营店", "春季新款亚麻连衣裙 女 收腰显瘦 中长款"), "Linen dress, front, natural light");
  }

  static SeenListing shop(String name, String title) {
    return new SeenListing(
        "taobao",
        "item.taobao.com",
        "https://item.taobao.com/item.htm?id=680012345678",
        "680012345678",
        title,
        "2200114477",
        name);
  }

  static ReportLine line(int place, SeenListing listing, String title) {
    return new ReportLine(
        place,
        900 + place,
        5000 + place,
        place == 0,
        place == 0 ? 4 : 1,
        SightingState.NEW,
        SightingState.COMPLAINED,
        List.of(new ReportLine.Place("main", 1), new ReportLine.Place("detail", 3)),
        listing.site() + " " + listing.shopId(),
        listing,
        12,
        title,
        "copy",
        "fingerprint",
        6,
        31,
        8712,
        "https://img.alicdn.com/imgextra/i1/2200114477/O1CN01abc_!!2200114477.jpg",
        HASH,
        new ReadMark("12", 93),
        Instant.parse("2026-11-19T02:15:00Z"),
        Instant.parse("2026-11-21T12:10:45.123Z"),
        "陈晓",
        88,
        0);
  }

  /** The usual line with this mark read; {@code null} if nobody looked. */
  static ReportLine marked(String number, int confidence) {
    return with(line(), 0, line().pictureUrl(), number == null ? null : new ReadMark(number, confidence));
  }

  /** The usual line, its picture served from this address. */
  static ReportLine served(String address) {
    return with(line(), 0, address, line().mark());
  }

  /** A line at another place. */
  static ReportLine at(int place, ReportLine of) {
    return with(of, place, of.pictureUrl(), of.mark());
  }

  /** The usual line, of a copy that was gone after this complaint. */
  static ReportLine returned(int complaint) {
    return with(line(), 0, line().pictureUrl(), line().mark(), complaint);
  }

  private static ReportLine with(ReportLine of, int place, String url, ReadMark mark) {
    return with(of, place, url, mark, of.returnedAfter());
  }

  private static ReportLine with(ReportLine of, int place, String url, ReadMark mark, int returnedAfter) {
    return new ReportLine(
        place, 900 + place, 5000 + place, of.fresh(), of.times(), of.state(), of.now(), of.places(), of.shopKey(),
        of.listing(), of.certificate(), of.title(), of.verdict(), of.method(), of.distance(), of.radius(),
        of.copyShare(), url, of.sha256(), mark, of.firstSeenAt(), of.seenAt(), of.seenBy(), of.complaint(),
        returnedAfter);
  }

  /** Ten pictures a listing, three listings a shop, as unlike each other as real ones. */
  static Iterator<ReportLine> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> {
          int shop = i / 30;
          int item = i / 10;
          ReportLine of = line(
              i,
              new SeenListing(
                  "tmall",
                  "detail.tmall.com",
                  "https://detail.tmall.com/item.htm?id=" + (680012345678L + item * 7919L),
                  Long.toString(680012345678L + item * 7919L),
                  "春季新款亚麻连衣裙 女 收腰显瘦 中长款 " + item,
                  Long.toString(2200114477L - shop),
                  "山海服饰专营店" + shop),
              "Linen dress, front, natural light " + i % 500);
          String hash = hash(i);
          String url = "https://img.alicdn.com/imgextra/i1/2200114477/O1CN01" + hash.substring(0, 20) + ".jpg";
          return new ReportLine(
              of.place(), of.finding(), of.sighting(), i % 5 == 0, 1 + i % 4, of.state(), of.now(), of.places(),
              of.shopKey(), of.listing(), i % 500, of.title(), of.verdict(), of.method(), i % 31, of.radius(),
              5000 + i % 5000, url, hash, of.mark(), of.firstSeenAt().plusSeconds(i), of.seenAt().plusSeconds(i),
              of.seenBy(), of.complaint(), of.returnedAfter());
        })
        .iterator();
  }

  private static String hash(int of) {
    Random random = new Random(of);
    StringBuilder hash = new StringBuilder(64);
    for (int i = 0; i < 8; i++) {
      hash.append(String.format("%08x", random.nextInt()));
    }
    return hash.toString();
  }

  static byte[] pdf(String language, TheftReport report, List<ReportLine> lines, Thumbnails thumbnails) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ReportPdf.write(
          out, Texts.in(Language.of(language)), report, "山海摄影 Shanhai Foto", COVERAGE, lines.iterator(), thumbnails);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Pictures of the size that the console shows, in the colour of their number. */
  static Thumbnails thumbnails() {
    return thumbnails(320);
  }

  static Thumbnails thumbnails(int side) {
    return new Thumbnails() {
      @Override
      public byte[] copy(ReportLine line) {
        return line.place() % 7 == 3 ? null : jpeg(side, side * 3 / 4, line.sighting());
      }

      @Override
      public byte[] original(ReportLine line) {
        return jpeg(side * 3 / 4, side, line.certificate());
      }
    };
  }

  static byte[] jpeg(int width, int height, int seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      graphics.setColor(Color.getHSBColor(random.nextFloat(), 0.6f, 0.9f));
      graphics.fillOval(random.nextInt(width), random.nextInt(height), 80, 80);
    }
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static List<ReportLine> list(Iterator<ReportLine> lines) {
    List<ReportLine> list = new ArrayList<>();
    lines.forEachRemaining(list::add);
    return list;
  }
}
