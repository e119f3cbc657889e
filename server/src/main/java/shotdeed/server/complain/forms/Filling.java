package shotdeed.server.complain.forms;

import java.util.Locale;

/** Where the value of a form's field comes from. */
public enum Filling {
  /** The data itself: a choice that is always the same, or a declaration. */
  FIXED,
  /** Addresses of the listings. */
  LINKS,
  /** The marketplace's numbers of the listings. */
  NUMBERS,
  /** Whether the listings were seen as pages for phones or for computers. */
  SCENE,
  /** Which pictures of the listings, by role and position. */
  PICTURES,
  /** Where the photograph was first published, if that is an address. */
  OWN_LINK,
  /** What was compared and found. */
  STATEMENT,
  /** What photographs these are. */
  WORK,
  /** From here on, what the seller states of themselves, once for all complaints. */
  HOLDER,
  NAME,
  NAME_AND_POSITION,
  COMPANY,
  ADDRESS,
  PHONE,
  EMAIL,
  ID_NUMBER,
  CAPACITY,
  RIGHT,
  REGISTRATION,
  BRAND,
  /** The name of whoever signs. */
  SIGNATURE,
  /** The day. */
  DATE;

  /** As the data writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads {@link #text}. */
  static Filling of(String text) {
    for (Filling filling : values()) {
      if (filling.text().equals(text)) {
        return filling;
      }
    }
    throw new IllegalArgumentException("no field is filled with " + text);
  }
}
