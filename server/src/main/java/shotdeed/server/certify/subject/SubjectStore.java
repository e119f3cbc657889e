package shotdeed.server.certify.subject;

import org.jdbi.v3.core.Handle;

/** What certificates' photographs show. */
public final class SubjectStore {
  private SubjectStore() {}

  /** Stores what a new certificate's photograph shows. */
  public static void insert(Handle handle, int certificate, Subject subject) {
    handle.execute(
        "insert into certificate_subject (certificate_id, category, person) values (?, ?, ?)",
        certificate,
        subject.category().id(),
        subject.person().text());
  }

  /** What a certificate's photograph shows, or {@code null} if it is from before that was asked. */
  public static Subject of(Handle handle, int certificate) {
    return handle.createQuery("select category, person from certificate_subject where certificate_id = :certificate")
        .bind("certificate", certificate)
        .map((rs, ctx) -> read(rs.getString(1), rs.getString(2)))
        .findOne()
        .orElse(null);
  }

  /** What a seller stated last; {@link Subject#UNSTATED} before the first time. */
  static Subject last(Handle handle, int seller) {
    return handle.createQuery("select category, person from seller_subject where seller_id = :seller")
        .bind("seller", seller)
        .map((rs, ctx) -> read(rs.getString(1), rs.getString(2)))
        .findOne()
        .orElse(Subject.UNSTATED);
  }

  /** Remembers what a seller stated last. */
  public static void remember(Handle handle, int seller, Subject subject) {
    handle.createUpdate(
            """
            insert into seller_subject (seller_id, category, person) values (:seller, :category, :person)
            on conflict (seller_id) do update set category = excluded.category, person = excluded.person""")
        .bind("seller", seller)
        .bind("category", subject.category().id())
        .bind("person", subject.person().text())
        .execute();
  }

  /** A category may leave the list; what was stored under it still shows. */
  private static Subject read(String category, String person) {
    return new Subject(Category.of(Category.exists(category) ? category : Category.UNSTATED), Person.of(person));
  }
}
