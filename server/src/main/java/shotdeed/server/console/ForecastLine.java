package shotdeed.server.console;

import java.util.ArrayList;
import java.util.List;
import shotdeed.model.SightingState;
import shotdeed.server.complain.ForecastShop;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.penalty.Policies;

/** The short of a forecast, for a page where something else is decided. */
public final class ForecastLine {
  private final ForecastShop forecasts;
  private final Policies policies;

  public ForecastLine(ForecastShop forecasts, Policies policies) {
    this.forecasts = forecasts;
    this.policies = policies;
  }

  /** Points, what follows, and where that comes from; empty for a shop of the seller's own. */
  String of(Visit visit, Sighting sighting) {
    if (sighting.state() == SightingState.OWN || sighting.state() == SightingState.LICENSED) {
      return "";
    }
    ForecastView view = ForecastView.of(
        forecasts.ofListing(visit.caller(), sighting.listing()), policies.current().texts(), visit.texts());
    if (view.none()) {
      return visit.texts().get("forecast.none");
    }
    List<String> parts = new ArrayList<>(List.of(view.headline()));
    parts.addAll(view.follows());
    parts.add(view.origin());
    return String.join(" · ", parts);
  }
}
