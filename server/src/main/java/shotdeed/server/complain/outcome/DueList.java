package shotdeed.server.complain.outcome;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.account.SellerZone;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Times;

/** What is due on a seller's complaints, and who wants to be mailed about it. */
public final class DueList {
  /** Entries a page. */
  public static final int PAGE = 50;

  /** So many days before a day is due, it is told. */
  static final int AHEAD_DAYS = 1;

  /** After every day that is stored. */
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private final Database database;
  private final InstantSource clock;

  DueList(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A day on one complaint. */
  public record Item(int complaint, String shopName, String market, String site, Deadline deadline) {}

  /**
   * A page of them, the first day first.
   *
   * @param total on all pages
   * @param now of those, due by tomorrow
   * @param looks listings that are to be looked at again
   */
  public record Page(int page, int total, int now, int looks, LocalDate today, List<Item> items) {}

  /** How much there is: days due by tomorrow or past, and listings to look at. */
  public record Counts(int days, int looks) {}

  /** What calls for the caller. */
  public Counts counts(Caller caller) {
    return database.read(handle -> counts(handle, caller.seller(), today(handle, caller.seller())));
  }

  static Counts counts(Handle handle, int seller, LocalDate today) {
    return new Counts(
        count(handle, seller, today.plusDays(AHEAD_DAYS)), RecheckStore.countDue(handle, seller, today));
  }

  private LocalDate today(Handle handle, int seller) {
    return LocalDate.ofInstant(clock.instant(), SellerZone.of(handle, seller));
  }

  private static int count(Handle handle, int seller, LocalDate day) {
    return handle.createQuery(
            "select count(*) from complaint_deadline where seller_id = :seller and done_at is null and due_on <= :day")
        .bind("seller", seller)
        .bind("day", day.toString())
        .mapTo(int.class)
        .one();
  }

  /** The caller's days that stand. */
  public Page list(Caller caller, int page) {
    caller.requireTeam();
    return database.read(handle -> {
      int seller = caller.seller();
      LocalDate today = today(handle, seller);
      List<Item> items = handle.createQuery(
              """
              select d.*, c.shop_name, c.market, c.site
              from complaint_deadline d join complaint c on c.id = d.complaint_id
              where d.seller_id = :seller and d.done_at is null
              order by d.due_on, d.complaint_id, d.kind limit :limit offset :offset""")
          .bind("seller", seller)
          .bind("limit", PAGE)
          .bind("offset", (page - 1) * PAGE)
          .map((rs, ctx) -> new Item(
              rs.getInt("complaint_id"),
              rs.getString("shop_name"),
              rs.getString("market"),
              rs.getString("site"),
              new Deadline(
                  rs.getString("kind"),
                  LocalDate.parse(rs.getString("due_on")),
                  LocalDate.parse(rs.getString("first_on")),
                  LocalDate.parse(rs.getString("last_on")),
                  rs.getInt("unsure") == 1,
                  rs.getString("source"),
                  Times.of(rs.getString("recorded_at")),
                  null)))
          .list();
      Counts counts = counts(handle, seller, today);
      int total = count(handle, seller, LAST);
      return new Page(page, total, counts.days(), counts.looks(), today, items);
    });
  }

  /** Whether the caller is mailed about what is due. */
  public boolean mails(Caller caller) {
    return database.read(handle ->
        handle.createQuery("select count(*) from due_mail where account_id = :account and off_at is not null")
                .bind("account", caller.account())
                .mapTo(int.class)
                .one()
            == 0);
  }

  /** Turns the caller's own mail on or off. */
  public void mail(Caller caller, boolean on) {
    caller.requireTeam();
    Instant now = clock.instant();
    database.write(handle -> handle.execute(
        "insert into due_mail (account_id, off_at) values (?, ?) on conflict (account_id)"
            + " do update set off_at = excluded.off_at",
        caller.account(),
        on ? null : Times.text(now)));
  }
}
