package shotdeed.server.publish;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Which certificates were uploaded together. */
final class PublishStore {
  private PublishStore() {}

  /** The series of a certificate: what one person uploaded one after the other; empty if it stands alone. */
  static List<Integer> series(Handle handle, int seller, int certificate) {
    return handle.createQuery(
            """
            select c.id from second_review r join certificate c on c.id = r.certificate_id
            where c.seller_id = :seller
              and r.series_id = (select series_id from second_review where certificate_id = :certificate)
            order by c.id""")
        .bind("seller", seller)
        .bind("certificate", certificate)
        .mapTo(int.class)
        .list();
  }
}
