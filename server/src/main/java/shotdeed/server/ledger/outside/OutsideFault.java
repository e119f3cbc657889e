package shotdeed.server.ledger.outside;

import java.util.Locale;
import shotdeed.ledger.stamp.StampRefused;
import shotdeed.server.platform.OutsideCall;

/** Why there is no time stamp or no signature of a witness; its words stand under {@code outside.fault.TEXT}. */
public enum OutsideFault {
  /** The name has no address. */
  UNKNOWN_HOST,
  /** The address is not allowed, or leads into a network of the server's own. */
  FORBIDDEN,
  /** Nobody takes the connection. */
  UNREACHABLE,
  /** No answer in time. */
  SLOW,
  /** No protected connection comes about. */
  TLS,
  /** The connection broke before there was an answer. */
  BROKEN,
  /** Leads elsewhere, where nothing is asked. */
  REDIRECT,
  /** Answered with a status of HTTP that is no success. */
  STATUS,
  /** Answered with something that is not said to be a time stamp. */
  TYPE,
  /** Answered with more than such an answer can be. */
  LARGE,
  /** Answered that it gives no stamp. */
  REJECTED,
  /** The answer cannot be read. */
  FORM,
  /** The stamp is about other bytes. */
  IMPRINT,
  /** The answer is not to this question. */
  NONCE,
  /** The signature does not hold. */
  SIGNATURE,
  /** The certificate is not with it, or not one for time stamps. */
  CERTIFICATE,
  /** The certificate was not valid at the stated time. */
  EXPIRED,
  /** Signed in a way that is not supported or no longer safe. */
  ALGORITHM,
  /** The certificate does not come from those that were set. */
  CHAIN,
  /** The stated time is far from this computer's. */
  CLOCK,
  /** The witness does not know this log. */
  LOG_UNKNOWN,
  /** The witness does not know the log's key. */
  KEY_UNKNOWN,
  /** The witness signed a longer log before: this one is older than what it signed. */
  AHEAD,
  /** The witness holds that this log is not the one that it signed before. */
  FORKED;

  /** As stored. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static OutsideFault of(OutsideCall.Fault fault) {
    return valueOf(fault.name());
  }

  static OutsideFault of(StampRefused.Reason reason) {
    return reason == StampRefused.Reason.STATUS ? REJECTED : valueOf(reason.name());
  }

  /** What a status of HTTP comes to, or {@code null} for the one of success. */
  static OutsideFault of(int status) {
    return status == 200 ? null : status >= 300 && status < 400 ? REDIRECT : STATUS;
  }
}
