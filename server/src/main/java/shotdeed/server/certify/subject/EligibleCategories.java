package shotdeed.server.certify.subject;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** The categories that this server gives certificates for: all but those that an admin closed. */
public final class EligibleCategories {
  private final Database database;
  private final InstantSource clock;

  public EligibleCategories(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Ids of the categories that are open. */
  public Set<String> open() {
    Set<String> open = new HashSet<>();
    Category.all().forEach(category -> open.add(category.id()));
    open.removeAll(database.read(EligibleCategories::closed));
    return open;
  }

  /** What a person of a seller can choose, and what was chosen last. */
  public Choice choice(Caller caller) {
    Set<String> open = open();
    List<Category> choices = new ArrayList<>(Category.all());
    choices.removeIf(category -> !open.contains(category.id()));
    return new Choice(choices, database.read(handle -> SubjectStore.last(handle, caller.seller())));
  }

  /**
   * What an upload can state.
   *
   * @param open in the order in which people choose
   * @param last what the seller stated last; it may be closed by now
   */
  public record Choice(List<Category> open, Subject last) {}

  /**
   * Call before a photograph is looked at.
   *
   * @throws Refused if this server gives no certificates for what it shows
   */
  public void require(Subject subject) {
    if (database.read(EligibleCategories::closed).contains(subject.category().id())) {
      throw new Refused(Errors.CATEGORY_NOT_ELIGIBLE).with("category", subject.category().id());
    }
  }

  private static List<String> closed(Handle handle) {
    return handle.createQuery("select category from closed_category").mapTo(String.class).list();
  }

  /**
   * Opens these categories and closes all others. What was certified stays certified.
   *
   * @param open ids
   * @throws Refused unless the caller is an admin, there is each of them, and there is one
   */
  public void set(Caller caller, Set<String> open) {
    if (!caller.administers()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    open.forEach(Category::of);
    if (open.isEmpty()) {
      throw new Refused(Errors.FIELD_INVALID, "category", "one category at least").with("field", "category");
    }
    Instant now = clock.instant();
    database.write(handle -> {
      Set<String> before = new HashSet<>(closed(handle));
      for (Category category : Category.all()) {
        if (open.contains(category.id())) {
          handle.execute("delete from closed_category where category = ?", category.id());
        } else if (!before.contains(category.id())) {
          handle.execute(
              "insert into closed_category (category, account_id, closed_at) values (?, ?, ?)",
              category.id(),
              caller.account(),
              Times.text(now));
        }
      }
      Audit.did(handle, now, caller, 0, "categories.choose", "server", 0, String.join(", ", new TreeSet<>(open)));
      return null;
    });
  }
}
