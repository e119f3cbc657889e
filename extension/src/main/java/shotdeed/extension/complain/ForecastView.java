package shotdeed.extension.complain;

import java.util.List;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.extension.settings.Connection;

/**
 * What the rule book would cost the shop, as the server's forecast words it: the short of it first (points, what follows,
 * the sum, when it clears, where it comes from), what would change it and the sources below.
 */
final class ForecastView {
  private final Element box = Ui.box("section", "forecast");

  Element element() {
    return box;
  }

  /** Asks the server and fills the section when it answers. */
  void load(int sighting) {
    box.cleared().with(Ui.text("h2", "", "forecastTitle"), Ui.text("p", "", "loading"));
    Tasks.start(
        () -> {
          try {
            Connection connection = Connection.load();
            if (connection != null) {
              show(connection.getJson("/api/v1/sightings/" + sighting + "/forecast"));
            }
          } catch (Http.Unreachable | Connection.ServerRefused | Json.WrongShape e) {
            box.cleared()
                .with(Ui.text("h2", "", "forecastTitle"), Ui.notice("note", Extension.message("forecastAway")));
          }
        });
  }

  private void show(Json answer) {
    box.cleared().with(Ui.text("h2", "", "forecastTitle"));
    Json forecast = answer.memberOrNull("forecast");
    if (forecast == null) {
      elsewhere(answer.memberOrNull("elsewhere"));
      return;
    }
    Json next = forecast.member("next");
    box.with(
        Ui.plain("p", "points", points(next)),
        follows(answer, forecast),
        ledgers(answer),
        origin(answer));
    otherwise(answer, "waiting", "forecastWaiting");
    otherwise(answer, "byDecision", "forecastByDecision");
    years(answer);
    box.with(cases(answer, forecast), sources(forecast));
  }

  /** Of a marketplace without points: what is known of it, each with how far it can be trusted. */
  private void elsewhere(Json known) {
    box.with(Ui.notice("note", Extension.message("forecastNoPolicy")));
    if (known == null) {
      return;
    }
    Element facts = Ui.box("ul", "small");
    for (Json fact : known.list("facts")) {
      facts.with(
          Ui.plain(
              "li", "", localized(fact.member("text")) + " · " + confidence(fact) + " · " + names(fact.list("sources"))));
    }
    box.with(
        Ui.text("p", "small", "forecastKnownOf", localized(known.member("name"))),
        facts,
        Ui.text("p", "small", "forecastUnverified"));
  }

  private static Element follows(Json answer, Json forecast) {
    Element list = Ui.box("ul", "");
    for (Json line : answer.list("cases")) {
      if (line.flag("expected") && line.memberOrNull("then") != null) {
        list.with(Ui.plain("li", "", localized(line.member("then"))));
      }
    }
    for (String code : forecast.strings("listing")) {
      if (code.equals("listing-deleted")) {
        list.with(Ui.text("li", "", "forecastListingDeleted"));
      }
    }
    Json notes = answer.memberOrNull("notes");
    Json search = notes == null ? null : notes.memberOrNull("searchEffect");
    if (search != null && forecast.member("next").integer("points") >= search.integer("points")) {
      list.with(Ui.plain("li", "small", localized(search.member("text")) + " · " + confidence(search.member("basis"))));
    }
    return list.with(Ui.plain("li", "small", expectedRule(answer, forecast)));
  }

  /** What it costs under an assumption about other complaints; says nothing where there are none. */
  private void otherwise(Json answer, String member, String key) {
    Json other = answer.memberOrNull(member);
    if (other == null) {
      return;
    }
    StringBuilder numbers = new StringBuilder();
    for (int complaint : other.integers("complaints")) {
      numbers.append(numbers.length() == 0 ? "" : ", ").append(complaint);
    }
    box.with(Ui.text("p", "small", key, numbers.toString(), points(other.member("forecast").member("next"))));
  }

  private static String points(Json next) {
    String merged = next.stringOr("mergedWith", "");
    return merged.isEmpty()
        ? Extension.message("forecastPoints", String.valueOf(next.integer("points")), next.string("ledger"))
        : Extension.message("forecastMerged", merged);
  }

  private static String expectedRule(Json answer, Json forecast) {
    for (Json line : answer.list("cases")) {
      if (line.flag("expected")) {
        return localized(line.member("text")) + " (" + line.string("rule") + ") · " + confidence(line);
      }
    }
    return localized(forecast.member("wording"));
  }

  /** The sum of each ledger with what is known, and when it clears; a ledger of which nothing is known is left out. */
  private static Element ledgers(Json answer) {
    Element list = Ui.box("ul", "small");
    for (Json ledger : answer.list("ledgers")) {
      Json points = ledger.member("points");
      if (points.integer("min") == 0 && points.integerOr("max", -1) < 0 && !ledger.string("id").equals("A")) {
        continue;
      }
      String line = Extension.message("forecastSum", localized(ledger.member("name")), range(points));
      String clears = ledger.stringOr("clears", "");
      if (!clears.isEmpty()) {
        line += " " + Extension.message("forecastClears", clears.replace("T", " ").replace("+", " UTC+"));
      }
      String otherwise = ledger.stringOr("clearsOtherwise", "");
      if (!otherwise.isEmpty()) {
        line += " " + Extension.message("forecastClearsOtherwise", otherwise);
      }
      list.with(Ui.plain("li", "", line));
    }
    for (Json stated : answer.list("stated")) {
      list.with(
          Ui.text("li", "", "forecastStated", stated.string("ledger"), range(stated), stated.string("by"))
              .attribute("dir", "auto"));
    }
    return list;
  }

  private static String range(Json points) {
    int min = points.integer("min");
    int max = points.integerOr("max", -1);
    if (max < 0) {
      return Extension.message("forecastAtLeast", String.valueOf(min));
    }
    return max == min ? String.valueOf(min) : min + "–" + max;
  }

  private static Element origin(Json answer) {
    Json date = answer.memberOrNull("ruleTextDate");
    return date == null
        ? Ui.text("p", "small", "forecastUnverified")
        : Ui.text("p", "small", "forecastOrigin", localized(date));
  }

  private void years(Json answer) {
    List<Json> years = answer.list("years");
    if (years.isEmpty()) {
      return;
    }
    Element list = Ui.box("ul", "small");
    for (Json year : years) {
      Json next = year.member("forecast").member("next");
      Json sum = year.member("forecast").member("cumulative").memberOrNull(next.string("ledger"));
      list.with(
          Ui.text(
              "li",
              "",
              "forecastYear",
              String.valueOf(year.integer("year")),
              String.valueOf(next.integer("points")),
              next.string("ledger"),
              sum == null ? "–" : range(sum)));
    }
    box.with(Ui.text("p", "small", "forecastYears"), list);
  }

  /** What an outsider cannot know changes the answer: whether the shop had its first of the year, say. */
  private static Element cases(Json answer, Json forecast) {
    Element list = Ui.box("ul", "small");
    for (Json line : answer.list("cases")) {
      Json then = line.memberOrNull("then");
      String words = Extension.message(
          "forecastCase",
          localized(line.member("text")),
          String.valueOf(line.integer("points")),
          line.string("ledger"),
          then == null ? "–" : localized(then));
      list.with(Ui.plain("li", line.flag("expected") ? "expected" : "", words + " · " + confidence(line)));
    }
    for (Json other : forecast.list("alternatives")) {
      list.with(
          Ui.text(
              "li",
              "",
              "alternative_" + other.string("when").replace('-', '_'),
              String.valueOf(other.integer("points")),
              other.string("ledger")));
    }
    return Ui.box("details", "", Ui.text("summary", "", "forecastChanges"), Ui.text("p", "small", "forecastUnknown"), list);
  }

  private static Element sources(Json forecast) {
    Element sources = Ui.box("ul", "small");
    for (Json source : forecast.list("sources")) {
      sources.with(
          Ui.plain("li", "", source.string("name") + " · " + source.stringOr("date", "–") + " · " + confidence(source))
              .attribute("dir", "auto"));
    }
    Element disagreements = Ui.box("ul", "small");
    for (Json disagreement : forecast.list("disagreements")) {
      disagreements.with(Ui.plain("li", "", localized(disagreement.member("text"))));
    }
    Json policy = forecast.member("policy");
    return Ui.box(
        "details",
        "",
        Ui.text("summary", "", "forecastSources"),
        Ui.plain("p", "small", localized(forecast.member("wording"))),
        Ui.text("p", "small", "forecastPolicy", policy.string("id"), policy.string("version")).attribute("dir", "auto"),
        sources,
        Ui.text("p", "small", "forecastDisagreements"),
        disagreements);
  }

  private static String names(List<Json> sources) {
    StringBuilder names = new StringBuilder();
    for (Json source : sources) {
      names.append(names.length() == 0 ? "" : ", ").append(source.string("name"));
    }
    return names.toString();
  }

  private static String confidence(Json of) {
    return Extension.message("confidence" + of.string("confidence"));
  }

  private static String localized(Json text) {
    String language = Extension.message("pageLanguage");
    if (language.startsWith("zh")) {
      return text.string(language.equals("zh-TW") ? "zhTw" : "zhCn");
    }
    return text.string("en");
  }
}
