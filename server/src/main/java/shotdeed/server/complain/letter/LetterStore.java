package shotdeed.server.complain.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.complain.batch.Copy;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** Letters, and the findings that they are about. */
final class LetterStore {
  private static final String SELECT =
      "select l.*, a.name as written_by from rectify_letter l join account a on a.id = l.account_id ";

  private LetterStore() {}

  /** Number of the letter that a form led to, or 0. */
  static int ofKey(Handle handle, int seller, String key) {
    return handle.createQuery("select id from rectify_letter where seller_id = :seller and client_key = :key")
        .bind("seller", seller)
        .bind("key", key)
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  static int insert(
      Handle handle,
      Caller caller,
      WriteLetter.Wanted wanted,
      WriteLetter.Text text,
      Copy first,
      LocalDate today,
      Instant now) {
    return handle.createQuery(
            """
            insert into rectify_letter (seller_id, account_id, client_key, shop_key, shop_name, language, subject, body,
              sent_on, due_on, recorded_at)
            values (:seller, :account, :key, :shop, :name, :language, :subject, :body, :today, :due, :now)
            returning id""")
        .bind("seller", caller.seller())
        .bind("account", caller.account())
        .bind("key", wanted.key())
        .bind("shop", wanted.shopKey())
        .bind("name", first.shopName())
        .bind("language", wanted.language().tag())
        .bind("subject", text.subject())
        .bind("body", text.whole())
        .bind("today", today.toString())
        .bind("due", text.due().toString())
        .bind("now", Times.text(now))
        .mapTo(int.class)
        .one();
  }

  /** @param revision of the finding after the letter */
  static void insertFinding(Handle handle, int letter, Copy copy, int revision) {
    handle.execute(
        "insert into rectify_finding (letter_id, finding_id, sighting_id, from_state, revision) values (?, ?, ?, ?, ?)",
        letter,
        copy.finding(),
        copy.sighting(),
        copy.state().text(),
        revision);
  }

  /** Findings of a letter that stand as it left them. */
  record Before(int finding, SightingState state) {}

  static List<Before> standing(Handle handle, int letter) {
    return handle.createQuery(
            """
            select r.finding_id, r.from_state from rectify_finding r join finding f on f.id = r.finding_id
            where r.letter_id = :letter and f.state = 'rectify-requested' order by r.finding_id""")
        .bind("letter", letter)
        .map((rs, ctx) -> new Before(rs.getInt(1), SightingState.of(rs.getString(2))))
        .list();
  }

  /** Says how one ended, or, with {@code null}, that it is open after all. */
  static void close(Handle handle, Caller caller, int letter, String as, Instant now) {
    handle.execute(
        "update rectify_letter set closed_as = ?, closed_at = ?, closed_by = ? where id = ?",
        as,
        as == null ? null : Times.text(now),
        as == null ? null : (Integer) caller.account(),
        letter);
  }

  /** Open letters whose day has come. */
  static int due(Handle handle, int seller, LocalDate today) {
    return handle.createQuery(
            "select count(*) from rectify_letter where seller_id = :seller and closed_as is null and due_on <= :today")
        .bind("seller", seller)
        .bind("today", today.toString())
        .mapTo(int.class)
        .one();
  }

  /**
   * A seller's letters, open ones first, those due earliest first.
   *
   * @param finding that they are about; 0 for all
   */
  static List<RectifyLetter> list(Handle handle, int seller, int finding, int limit) {
    return handle.createQuery(SELECT
            + """
              where l.seller_id = :seller and (:finding = 0 or exists (
                select 1 from rectify_finding r where r.finding_id = :finding and r.letter_id = l.id))
              order by l.closed_as is not null, l.due_on, l.id desc limit :limit""")
        .bind("seller", seller)
        .bind("finding", finding)
        .bind("limit", limit)
        .map((rs, ctx) -> read(rs, List.of()))
        .list();
  }

  /**
   * A seller's own.
   *
   * @throws Refused as if it did not exist if it is another seller's
   */
  static RectifyLetter ofSeller(Handle handle, int seller, int id) {
    List<RectifyLetter.Asked> findings = handle.createQuery(
            """
            select f.id, s.id as sighting, f.certificate_id, f.state, s.title,
              case when s.received_at > l.recorded_at then s.seen_at end as again
            from rectify_finding r join rectify_letter l on l.id = r.letter_id join finding f on f.id = r.finding_id
              join sighting s on s.id = f.last_sighting_id
            where r.letter_id = :id order by f.id""")
        .bind("id", id)
        .map((rs, ctx) -> new RectifyLetter.Asked(
            rs.getInt(1),
            rs.getInt(2),
            rs.getInt(3),
            SightingState.of(rs.getString(4)),
            rs.getString(5),
            Times.of(rs.getString(6))))
        .list();
    return handle.createQuery(SELECT + "where l.id = :id and l.seller_id = :seller")
        .bind("id", id)
        .bind("seller", seller)
        .map((rs, ctx) -> read(rs, findings))
        .findOne()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
  }

  private static RectifyLetter read(ResultSet rs, List<RectifyLetter.Asked> findings) throws SQLException {
    return new RectifyLetter(
        rs.getInt("id"),
        rs.getInt("seller_id"),
        rs.getString("written_by"),
        rs.getString("shop_key"),
        rs.getString("shop_name"),
        rs.getString("language"),
        rs.getString("subject"),
        rs.getString("body"),
        LocalDate.parse(rs.getString("sent_on")),
        LocalDate.parse(rs.getString("due_on")),
        Times.of(rs.getString("recorded_at")),
        rs.getString("closed_as"),
        Times.of(rs.getString("closed_at")),
        findings);
  }
}
