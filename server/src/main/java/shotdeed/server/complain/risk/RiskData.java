package shotdeed.server.complain.risk;

import java.time.LocalDate;
import java.util.List;
import shotdeed.server.complain.forms.Figure;
import shotdeed.server.platform.DataFile;

/**
 * What marketplaces ask of those who complain, and what a wrong notice costs, as data: each figure with its source, the day
 * it was read and how sure it is. The program knows no figure of its own.
 *
 * @param version of the data, a day
 * @param fewDecided below so many decided complaints a share says nothing
 * @param shopEndings what shops add to their names, the longest first
 * @param thresholds shares of accepted complaints that marketplaces ask for
 * @param securities sums that marketplaces hold back as security
 * @param laws that a wrong notice is measured by
 */
public record RiskData(
    String version,
    Figure<Integer> fewDecided,
    List<String> shopEndings,
    List<Threshold> thresholds,
    List<Security> securities,
    List<Law> laws) {
  private static final String FILE = "risk.json";
  private static final int WHOLE = 100;

  /**
   * A share of accepted complaints.
   *
   * @param id names the words for what it decides, under {@code risk.threshold.ID}
   * @param form of the marketplace, by the id of its form
   * @param percent the least share
   * @param months over how many months back; {@code null} where no source says
   */
  public record Threshold(String id, String form, Figure<Integer> percent, Integer months) {}

  /**
   * A sum of money that was held back.
   *
   * @param id names the words, under {@code risk.security.ID}
   * @param amount in whole units of the currency
   */
  public record Security(String id, List<String> forms, Figure<Integer> amount, String currency) {}

  /**
   * What a wrong notice is measured by.
   *
   * @param id names the words, under {@code risk.liability.ID}
   * @param forms marketplaces it is for, by the ids of their forms
   */
  public record Law(String id, List<String> forms, String source, String read, String confidence) {}

  /** The data in the jar, checked. */
  public static RiskData bundled() {
    RiskData data = DataFile.read(FILE, DataFile.bundled(RiskData.class, FILE), RiskData.class);
    data.check();
    return data;
  }

  private void check() {
    LocalDate.parse(version);
    require(!fewDecided.stated() && fewDecided.value() > 0, "fewDecided");
    for (Threshold each : thresholds) {
      require(each.percent().value() > 0 && each.percent().value() <= WHOLE, each.id());
      require(each.months() == null || each.months() > 0, each.id());
      requireSource(each.id(), each.percent().source(), each.percent().read(), each.percent().confidence());
    }
    for (Security each : securities) {
      require(each.amount().value() > 0, each.id());
      requireSource(each.id(), each.amount().source(), each.amount().read(), each.amount().confidence());
    }
    for (Law each : laws) {
      requireSource(each.id(), each.source(), each.read(), each.confidence());
    }
  }

  private static void requireSource(String id, String source, String read, String confidence) {
    require(source != null && !source.isBlank() && List.of("R", "I", "L").contains(confidence), id);
    LocalDate.parse(read);
  }

  private static void require(boolean holds, String where) {
    if (!holds) {
      throw new IllegalArgumentException(FILE + " cannot be so: " + where);
    }
  }

  /** Tells shops by their names. */
  ShopNames shopNames() {
    return new ShopNames(shopEndings);
  }
}
