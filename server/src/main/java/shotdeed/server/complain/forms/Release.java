package shotdeed.server.complain.forms;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Times;

/**
 * That somebody said that the private files of a place may be handed over to the marketplace.
 *
 * @param by name of the person
 */
public record Release(String by, Instant at) {
  /** Those of a complaint for a form, by place. */
  static Map<String, Release> of(Handle handle, int complaint, String form) {
    Map<String, Release> releases = new HashMap<>();
    handle.createQuery(
            "select r.slot, a.name, r.released_at from form_release r join account a on a.id = r.account_id"
                + " where r.complaint_id = :complaint and r.form = :form")
        .bind("complaint", complaint)
        .bind("form", form)
        .map((rs, ctx) -> releases.put(rs.getString(1), new Release(rs.getString(2), Times.of(rs.getString(3)))))
        .list();
    return releases;
  }

  /** @return whether it was not said before */
  static boolean say(Handle handle, Caller caller, int complaint, String form, String slot, Instant now) {
    return handle.execute(
            "insert into form_release (complaint_id, form, slot, account_id, released_at) values (?, ?, ?, ?, ?)"
                + " on conflict (complaint_id, form, slot) do nothing",
            complaint,
            form,
            slot,
            caller.account(),
            Times.text(now))
        > 0;
  }

  /** @return whether it was said before */
  static boolean takeBack(Handle handle, int complaint, String form, String slot) {
    return handle.execute(
            "delete from form_release where complaint_id = ? and form = ? and slot = ?", complaint, form, slot)
        > 0;
  }
}
