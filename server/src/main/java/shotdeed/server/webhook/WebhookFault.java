package shotdeed.server.webhook;

import java.util.Locale;
import shotdeed.server.platform.OutsideCall;

/** Why an event was not taken; its words stand under {@code webhook.fault.TEXT}. */
public enum WebhookFault {
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
  /** Leads elsewhere, where nothing is sent. */
  REDIRECT,
  /** Answered with a status that is no success. */
  STATUS,
  /** Answered that it is gone for good (410). */
  GONE,
  /** Turned off for as long as it would have been tried. */
  OFF,
  /** Too many waited already. */
  FULL;

  private static final int GONE_STATUS = 410;

  /** As stored. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether another try can help. */
  boolean passes() {
    return this != GONE;
  }

  static WebhookFault of(OutsideCall.Fault fault) {
    return valueOf(fault.name());
  }

  /** What a status comes to, or {@code null} for success. */
  static WebhookFault of(int status) {
    if (status >= 200 && status < 300) {
      return null;
    }
    return status >= 300 && status < 400 ? REDIRECT : status == GONE_STATUS ? GONE : STATUS;
  }
}
