package shotdeed.server.complain;

import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;

/** Told, in the same transaction, that a complaint is submitted from now on. */
public interface Lodged {
  void submitted(Handle handle, Caller caller, int complaint);
}
