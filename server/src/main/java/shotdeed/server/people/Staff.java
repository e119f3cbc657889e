package shotdeed.server.people;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.AccountStore;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;

/** The seller that sells nothing, to which the server's own people belong. */
final class Staff {
  private Staff() {}

  /** Its number, or 0 while there is none. */
  static int seller(Handle handle) {
    return handle.createQuery("select coalesce(min(seller_id), 0) from staff_seller").mapTo(int.class).one();
  }

  /** Its number; it is made when it is first needed. */
  static int sellerOrNew(Handle handle, Instant now) {
    int known = seller(handle);
    if (known != 0) {
      return known;
    }
    Texts texts = Texts.in(Language.pick(null, System.getProperty("user.language")));
    int seller = AccountStore.insertSeller(handle, texts.get("seller.staff"), now);
    handle.execute("insert into staff_seller (seller_id) values (?)", seller);
    return seller;
  }
}
