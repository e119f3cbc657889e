package shotdeed.server.console;

import java.util.ArrayList;
import java.util.List;
import shotdeed.model.CertificateState;
import shotdeed.model.SightingState;
import shotdeed.server.certify.subject.Category;

/**
 * One choice of what a list shows.
 *
 * @param words what the choice says
 * @param address of the list with this choice
 * @param chosen whether the list shows it now
 */
public record Filter(String words, String address, boolean chosen) {
  /** Certificates in one state, or in all; of a category, or of all. */
  public static List<Filter> certificates(Page page, CertificateState chosen, Category category) {
    List<Filter> filters = new ArrayList<>();
    filters.add(new Filter(page.t("filter.all"), "/certificates" + CertificatePages.filters(null, category), chosen == null));
    for (CertificateState state : CertificateState.values()) {
      filters.add(new Filter(
          page.code("certificate.state", state.text()),
          "/certificates" + CertificatePages.filters(state, category),
          state == chosen));
    }
    return filters;
  }

  private static final List<SightingState> SIGHTINGS =
      List.of(
          SightingState.NEW,
          SightingState.CONFIRMED,
          SightingState.COMPLAINED,
          SightingState.LICENSED,
          SightingState.OWN,
          SightingState.NOT_A_COPY);

  /** Sightings in one of the states that ask for something, or all. */
  public static List<Filter> sightings(Page page, SightingState chosen) {
    List<Filter> filters = new ArrayList<>();
    filters.add(new Filter(page.t("filter.all"), "/sightings", chosen == null));
    for (SightingState state : SIGHTINGS) {
      filters.add(new Filter(
          page.code("sighting.state", state.text()), "/sightings?state=" + state.text(), state == chosen));
    }
    return filters;
  }
}
