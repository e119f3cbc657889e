package shotdeed.server.dispute;

import org.jdbi.v3.core.Handle;

/** Pictures that two sellers hold certificates of, by decision of a neutral reviewer. */
public final class SharedPictures {
  private SharedPictures() {}

  /** Whether the last decision about a certificate left the other side's standing too. */
  public static boolean holds(Handle handle, int certificate) {
    return handle.createQuery(
                """
                select count(*) from dispute d join dispute_decision x on x.dispute_id = d.id
                where (d.side_a = :certificate or d.side_b = :certificate) and d.state = 'decided' and x.owner = 'both'
                  and x.id = (select max(y.id) from dispute_decision y where y.dispute_id = d.id)""")
            .bind("certificate", certificate)
            .mapTo(int.class)
            .one()
        > 0;
  }
}
