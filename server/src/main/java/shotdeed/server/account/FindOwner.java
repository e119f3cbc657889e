package shotdeed.server.account;

import java.util.List;
import shotdeed.server.platform.Database;

/** The person in whose name a command works: the first owner of a seller. */
public final class FindOwner {
  private final Database database;

  public FindOwner(Database database) {
    this.database = database;
  }

  /**
   * The first owner of a seller.
   *
   * @param seller its exact name; {@code null} if there is only one seller
   * @throws IllegalStateException saying which sellers there are
   */
  public Caller of(String seller) {
    return database.read(handle -> {
      List<String> names = handle.createQuery("select name from seller order by id").mapTo(String.class).list();
      String wanted = seller == null && names.size() == 1 ? names.get(0) : seller;
      if (wanted == null) {
        throw new IllegalStateException("there are several sellers: name one with --seller: " + shown(names));
      }
      List<Integer> owners = handle.createQuery(
              """
              select min(a.id) from account a join account_role r on r.account_id = a.id and r.role = 'owner'
                join seller s on s.id = a.seller_id
              where s.name = :seller group by s.id""")
          .bind("seller", wanted)
          .mapTo(Integer.class)
          .list();
      if (owners.size() != 1) {
        String fault = owners.isEmpty() ? "there is no seller with an owner named " : "several sellers are named ";
        throw new IllegalStateException(fault + wanted + "; there are: " + shown(names));
      }
      return AccountStore.caller(handle, owners.get(0), null, null);
    });
  }

  private static String shown(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(20, names.size()))) + (names.size() > 20 ? " …" : "");
  }
}
