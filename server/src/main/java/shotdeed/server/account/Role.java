package shotdeed.server.account;

import java.util.Locale;

/** What an account may do. Owner and member belong to a seller, reviewer and admin to the server. */
public enum Role {
  OWNER,
  MEMBER,
  REVIEWER,
  ADMIN;

  /** As stored. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Role of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
