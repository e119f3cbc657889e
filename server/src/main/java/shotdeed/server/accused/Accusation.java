package shotdeed.server.accused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A complaint against a seller's own shop, as the seller records it.
 *
 * @param market id of {@link AccusedData.Market}
 * @param shopName the accused shop
 * @param caseNumber the marketplace's; empty if it named none
 * @param listing address of the accused listing; may be empty
 * @param accusedOf in the seller's words
 * @param cameOn the day it came
 * @param sameHolder days of this and earlier years on which complaints of the same holder came that were upheld
 * @param others the same of other holders
 * @param pointsA points of ledger A of this year from anything else
 * @param pointsB the same of ledger B
 * @param revision grows with each step, so that of two people who record at once the second is told
 * @param removedAt {@code null} while it stands
 */
public record Accusation(
    int id,
    int seller,
    String market,
    String shopName,
    String caseNumber,
    String listing,
    String accusedOf,
    LocalDate cameOn,
    List<LocalDate> sameHolder,
    List<LocalDate> others,
    int pointsA,
    int pointsB,
    Stage stage,
    int revision,
    String recordedBy,
    Instant recordedAt,
    Instant removedAt) {
  /**
   * How it went on.
   *
   * @param undoneAt {@code null} while it holds
   */
  public record Step(
      int id, Stage from, Stage to, LocalDate happenedOn, String by, Instant recordedAt, Instant undoneAt) {}
}
