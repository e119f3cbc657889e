package shotdeed.extension.complain;

import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.extension.settings.Connection;

/** What the rule book would cost the shop, as the server's forecast words it, with its sources. */
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
      box.with(Ui.notice("note", Extension.message("forecastNoPolicy")));
      return;
    }
    Json next = forecast.member("next");
    box.with(
        Ui.text("p", "points", "forecastPoints", String.valueOf(next.integer("points")), next.string("ledger")),
        Ui.plain("p", "", localized(forecast.member("wording"))),
        Ui.text("p", "small", "forecastUnknown"),
        alternatives(forecast));
    Element more = Ui.box("details", "", Ui.text("summary", "", "forecastSources"));
    Element sources = Ui.box("ul", "small");
    for (Json source : forecast.list("sources")) {
      sources.with(
          Ui.plain(
              "li",
              "",
              source.string("name")
                  + " · "
                  + source.stringOr("date", "–")
                  + " · "
                  + Extension.message("confidence" + source.string("confidence")))
              .attribute("dir", "auto"));
    }
    Element disagreements = Ui.box("ul", "small");
    for (Json disagreement : forecast.list("disagreements")) {
      disagreements.with(Ui.plain("li", "", localized(disagreement.member("text"))));
    }
    Json policy = forecast.member("policy");
    box.with(
        more.with(
            Ui.text("p", "small", "forecastPolicy", policy.string("id"), policy.string("version"))
                .attribute("dir", "auto"),
            sources,
            Ui.text("p", "small", "forecastDisagreements"),
            disagreements));
  }

  /** What an outsider cannot know changes the answer: whether the shop had its first of the year, say. */
  private static Element alternatives(Json forecast) {
    Element list = Ui.box("ul", "small");
    for (Json other : forecast.list("alternatives")) {
      list.with(
          Ui.text(
              "li",
              "",
              "alternative_" + other.string("when").replace('-', '_'),
              String.valueOf(other.integer("points")),
              other.string("ledger")));
    }
    return list;
  }

  private static String localized(Json text) {
    String language = Extension.message("pageLanguage");
    if (language.startsWith("zh")) {
      return text.string(language.equals("zh-TW") ? "zhTw" : "zhCn");
    }
    return text.string("en");
  }
}
