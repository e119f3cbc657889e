package shotdeed.server.triage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.monitor.Licence;
import shotdeed.server.monitor.LicenceStore;
import shotdeed.server.monitor.OwnShop;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;
import shotdeed.wire.SeenListing;

/**
 * What a seller allows a shop.
 *
 * @param whole all photographs, those certified later among them; else only those it is given for
 * @param until the last day, by the marketplaces' calendar; {@code null} for as long as nobody ends it
 * @param note the seller's own words, may be empty
 */
public record LicenceTerms(boolean whole, LocalDate until, String note) {
  private static final int MAX_NOTE = 300;

  /** Licences of a seller that nobody ended. */
  static final int MOST = 1000;

  /** Which of a shop's findings a licence covers: SQL to go behind that of the shop. */
  static final String COVERED =
      " and exists (select 1 from licence l where l.id = :licence and " + LicenceStore.COVERS + ")";

  static Map<String, Object> covered(Map<String, Object> shop, int licence) {
    Map<String, Object> values = new HashMap<>(shop);
    values.put("licence", licence);
    return values;
  }

  /**
   * Reads what a form states.
   *
   * @param until such as {@code 2027-03-31}, or empty
   * @param today the first day it may end
   * @throws Refused naming the field
   */
  public static LicenceTerms of(boolean whole, String until, String note, LocalDate today) {
    return new LicenceTerms(whole, day(until, today), PageText.line(note, MAX_NOTE));
  }

  /** Reads a last day; {@code null} if none is stated. */
  static LocalDate day(String text, LocalDate today) {
    if (text.isEmpty()) {
      return null;
    }
    LocalDate day;
    try {
      day = LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Fields.invalid("until", "a day such as 2027-03-31");
    }
    if (day.isBefore(today) || day.isAfter(today.plusYears(100))) {
      throw Fields.invalid("until", "a day from today on");
    }
    return day;
  }

  /**
   * Gives a shop a licence on these terms; returns its number.
   *
   * @param certificates which photographs, unless all
   */
  int store(Handle handle, Caller caller, SeenListing shop, List<Integer> certificates, Instant now) {
    if (LicenceStore.count(handle, caller.seller()) >= MOST) {
      throw new Refused(Errors.TOO_MANY_LICENCES, MOST);
    }
    int id = LicenceStore.insert(
        handle,
        caller,
        new Licence(
            0,
            OwnShop.group(shop),
            shop.shopId(),
            shop.shopName(),
            whole,
            whole ? List.of() : certificates,
            until,
            note,
            caller.accountName(),
            now,
            null));
    Audit.did(handle, now, caller, "licence.give", "licence", id, until == null ? "" : until.toString());
    return id;
  }
}
