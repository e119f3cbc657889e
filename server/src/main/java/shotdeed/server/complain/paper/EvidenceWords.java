package shotdeed.server.complain.paper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import shotdeed.model.NoScreenshot;
import shotdeed.server.complain.By;
import shotdeed.server.complain.paper.EvidenceBlocks.Row;
import shotdeed.server.complain.paper.Sealed.Said;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;

/** What is sealed, in the words of one language. */
final class EvidenceWords {
  private static final Set<String> ROLES = Set.of("main", "sku", "detail", "review");
  private static final Set<String> MARKETS = Set.of("taobao", "tmall");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final ZoneId CHINA = ZoneOffset.ofHours(8);

  private final Texts texts;

  EvidenceWords(Texts texts) {
    this.texts = texts;
  }

  String of(String key, Object... values) {
    return texts.get("bundle." + key, values);
  }

  String language() {
    return texts.language().tag();
  }

  /** A word of the console's own, such as of a state; what we have no word for stays as it is. */
  private String known(String key, String code) {
    return code.isEmpty() ? of("not-recorded") : texts.keys().contains(key + code) ? texts.get(key + code) : code;
  }

  /** Who says it. */
  String by(By by) {
    return by == null ? "" : of("by." + by.name().toLowerCase(Locale.ROOT));
  }

  Row row(String key, Said said) {
    return row(key, said, said.text());
  }

  /** What is said in other words than those that are sealed. */
  Row row(String key, Said said, String words) {
    return new Row(of(key), words.isBlank() ? of("not-recorded") : words, by(said.by()), false);
  }

  Row row(String key, String words, By by) {
    return new Row(of(key), words, by(by), false);
  }

  Row address(String key, Said said) {
    return new Row(of(key), said.none() ? of("not-recorded") : said.text(), by(said.by()), !said.none());
  }

  Row time(String key, Said said) {
    return row(key, said, time(said.text()));
  }

  /** A sealed time, by the reader's usual clock and saying which; unreadable ones stay as they are. */
  String time(String sealed) {
    try {
      return sealed.isEmpty() ? "" : time(Instant.parse(sealed));
    } catch (DateTimeException e) {
      return sealed;
    }
  }

  /** Such as {@code 2026-11-22 10:00:03 UTC}; in Chinese {@code 2026-11-22 18:00:03 (UTC+8)}. */
  String time(Instant time) {
    return texts.language() == Language.ENGLISH
        ? TIME.format(time.atZone(ZoneOffset.UTC)) + " UTC"
        : TIME.format(time.atZone(CHINA)) + " (UTC+8)";
  }

  String grade(String code) {
    return known("grade.", code);
  }

  /** What it means; {@code null} if we have no words for it. */
  String gradeMeans(String code) {
    return of("grade." + (code.startsWith("registered") ? "registered" : "certified"));
  }

  String basis(String code) {
    return known("basis.", code);
  }

  String state(String code) {
    return known("certificate.state.", code);
  }

  String verdict(String code) {
    return known("verdict.", code);
  }

  String form(String code) {
    return code.isEmpty() ? of("form.same-file") : known("form.", code);
  }

  String market(String code) {
    return texts.get("market." + (MARKETS.contains(code) ? code : "other"));
  }

  /** The complainant's declaration in the reader's language. */
  String declaration() {
    return texts.get("sighting.owned");
  }

  /** Such as {@code Main picture 1}. */
  String place(Sealed picture) {
    String role = picture.text("role");
    return texts.get(
        "sighting.place." + (ROLES.contains(role) ? role : "other"), picture.text("position"));
  }

  /** Name and number of the shop. */
  String shop(Sealed sighting) {
    List<String> shop = new ArrayList<>();
    for (String name : List.of("shopName", "shopId")) {
      if (!sighting.text(name).isBlank()) {
        shop.add(sighting.text(name));
      }
    }
    return shop.isEmpty() ? texts.get("sighting.no-shop") : String.join(" · ", shop);
  }

  /** How it was found to be a copy, in whole sentences. */
  String match(Sealed sighting) {
    List<String> sentences = new ArrayList<>();
    String method = sighting.text("method");
    sentences.add(of("match." + (Set.of("exact", "fingerprint", "feature").contains(method) ? method : "other")));
    if (method.equals("fingerprint") && sighting.number("radius") > 0) {
      sentences.add(of("match.bits", sighting.number("distance"), sighting.number("radius")));
    }
    JsonNode geometry = sighting.value("geometry");
    if (geometry.isObject()) {
      sentences.add(of(
          "match.shares",
          percent(geometry.path("shareOfTheOriginalPercent")),
          percent(geometry.path("shareOfThePicturePercent"))));
      sentences.add(of("match.agreement", percent(geometry.path("agreementOfTheComparedDetailsPercent"))));
    }
    return String.join(sentenceGap(), sentences);
  }

  /** Between sentences. */
  String sentenceGap() {
    return texts.language() == Language.ENGLISH ? " " : "";
  }

  private static String percent(JsonNode value) {
    return String.valueOf(Math.round(value.asDouble()));
  }

  /** What was read of the invisible mark. */
  String mark(Sealed sighting) {
    JsonNode mark = sighting.value("invisibleMarkRead");
    if (!mark.isObject()) {
      return of("mark.not-looked");
    }
    String named = mark.path("certificate").asText();
    if (named.equals("none")) {
      return of("mark.none");
    }
    boolean own = named.equals(sighting.text("certificate"));
    return of(own ? "mark.own" : "mark.other", named, mark.path("confidencePercent").asText());
  }

  /** What other people's algorithms say, one after the other. */
  String opinions(Sealed sighting) {
    List<String> opinions = new ArrayList<>();
    for (Sealed opinion : sighting.rows("secondOpinion")) {
      opinions.add(opinion.row().has("differing")
          ? of("opinion", opinion.text("algorithm"), opinion.text("differing"), opinion.text("bits"))
          : of("opinion.none", opinion.text("algorithm")));
    }
    return String.join("; ", opinions);
  }

  /** Where something stands in the log and since when; who else says so. */
  String leaf(EvidenceCase.Leaf leaf) {
    if (leaf == null) {
      return of("logged.none");
    }
    String logged = of("logged.one", leaf.index(), time(leaf.loggedAt()));
    return leaf.attested() == null
        ? logged
        : logged + of("colon") + of("time.attested", time(leaf.attested().at()), leaf.attested().by());
  }

  /** Why there is no screenshot: a reason that we know in the reader's language, another as it was given. */
  String noScreenshot(String sentence) {
    NoScreenshot reason = NoScreenshot.ofSentence(sentence);
    String words = reason == null ? sentence : texts.get("complaint.no-screenshot." + reason.text());
    return words.isBlank() ? of("not-recorded") : words;
  }
}
