package shotdeed.server.complain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import shotdeed.model.ComplaintState;
import shotdeed.penalty.Forecast;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Certificate;
import shotdeed.server.complain.forecast.KeptForecast;
import shotdeed.server.complain.forecast.ShopForecast;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Json;

/** Shows a seller's complaints. */
public final class ListComplaints {
  /** Complaints a page. */
  public static final int PAGE = 50;

  private final Database database;

  public ListComplaints(Database database) {
    this.database = database;
  }

  /**
   * A page of the list.
   *
   * @param page 1 for the first
   * @param total complaints on all pages
   */
  public record Page(int page, int total, List<CaseComplaint> complaints) {}

  /** The caller's complaints, newest first. */
  public Page list(Caller caller, int page) {
    return database.read(handle ->
        new Page(
            page,
            ComplaintStore.count(handle, caller.seller(), null),
            ComplaintStore.page(handle, caller.seller(), PAGE, (page - 1) * PAGE)));
  }

  /** How many of the caller's complaints are in a state; in any if it is {@code null}. */
  public int count(Caller caller, ComplaintState state) {
    return database.read(handle -> ComplaintStore.count(handle, caller.seller(), state));
  }

  /** One of the caller's complaints. */
  public CaseComplaint one(Caller caller, int id) {
    return database.read(handle -> ComplaintStore.ofSeller(handle, caller.seller(), id));
  }

  /** What was said of the penalty when one of the caller's complaints was prepared; {@code null} if nothing was. */
  public ShopForecast forecast(CaseComplaint complaint) {
    return database.read(handle -> KeptForecast.of(handle, complaint.id()))
        .orElseGet(() -> complaint.forecast() == null
            ? null
            : ShopForecast.bare(
                complaint.market(),
                Json.read(complaint.forecast().getBytes(StandardCharsets.UTF_8), Forecast.class)));
  }

  /**
   * Certificates of a complaint that the caller was given which are contested, revoked or voided: until that is decided,
   * or for good, nothing should be lodged with them alone.
   */
  public List<Certificate> disputed(CaseComplaint complaint) {
    return database.read(handle -> ComplaintStore.disputed(handle, complaint));
  }
}
