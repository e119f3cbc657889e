package shotdeed.server.people;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** Whom of a seller's team the daily report is mailed to: owners choose among those who confirmed their address. */
public final class ReportRecipients {
  private static final String TEAM =
      """
      select a.id, a.name, a.language, s.email, r.account_id is not null as chosen,
        exists (select 1 from confirmed_address c where c.account_id = a.id and c.email_key = s.email_key) as confirmed
      from account a left join account_sign_in s on s.account_id = a.id
        left join report_recipient r on r.account_id = a.id and r.seller_id = a.seller_id
      where a.seller_id = :seller
        and exists (select 1 from account_role o where o.account_id = a.id and o.role in ('owner', 'member'))
        and not exists (select 1 from account_end e where e.account_id = a.id)
      order by a.id""";

  private final Database database;
  private final InstantSource clock;

  public ReportRecipients(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Somebody of the team.
   *
   * @param email {@code null} if there is none, or for who is no owner
   * @param confirmed whether they confirmed the address that they have now; nobody else can be chosen
   * @param chosen whether the report is mailed to them
   */
  public record Choice(int account, String name, String email, boolean confirmed, boolean chosen) {}

  /**
   * Somebody to write to.
   *
   * @param language tag the person chose, or {@code null}
   */
  public record Recipient(int account, String name, String email, String language) {}

  /** The team, and who of them is chosen. */
  public List<Choice> list(Caller caller) {
    caller.requireTeam();
    return database.read(handle -> team(handle, caller));
  }

  private static List<Choice> team(Handle handle, Caller caller) {
    return handle.createQuery(TEAM)
        .bind("seller", caller.seller())
        .map((rs, ctx) ->
            new Choice(
                rs.getInt("id"),
                rs.getString("name"),
                caller.owns() ? rs.getString("email") : null,
                rs.getBoolean("confirmed"),
                rs.getBoolean("confirmed") && rs.getBoolean("chosen")))
        .list();
  }

  /**
   * Sets who gets it; who is not named gets it no more.
   *
   * @throws Refused with {@link Errors#NOT_FOUND} if somebody is not of the team, with
   *     {@link Errors#ADDRESS_UNCONFIRMED} if somebody has no confirmed address; nothing is changed then
   */
  public void set(Caller caller, Set<Integer> accounts) {
    if (!caller.owns()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    database.write(handle -> {
      List<Choice> team = team(handle, caller);
      handle.execute("delete from report_recipient where seller_id = ?", caller.seller());
      for (int account : accounts) {
        Choice choice = team.stream().filter(each -> each.account() == account).findAny()
            .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
        if (!choice.confirmed()) {
          throw new Refused(Errors.ADDRESS_UNCONFIRMED, choice.name());
        }
        handle.execute(
            "insert into report_recipient (seller_id, account_id) values (?, ?)", caller.seller(), account);
      }
      Audit.did(handle, clock.instant(), caller, "report.recipients", "report", 0, String.valueOf(accounts.size()));
      return null;
    });
  }

  /** To whom a seller's report is mailed now: who is chosen, and still has the address that they confirmed. */
  public static List<Recipient> of(Handle handle, int seller) {
    return handle.createQuery(
            "select id, name, email, language from (" + TEAM + ") t where chosen and confirmed order by id")
        .bind("seller", seller)
        .map((rs, ctx) ->
            new Recipient(
                rs.getInt("id"), rs.getString("name"), rs.getString("email"), rs.getString("language")))
        .list();
  }
}
