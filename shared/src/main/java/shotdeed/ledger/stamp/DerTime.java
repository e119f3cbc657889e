package shotdeed.ledger.stamp;

/**
 * A time of DER in UTC.
 *
 * @param seconds since 1970, rounded down
 * @param text as ISO 8601, such as {@code 2026-11-22T10:00:00Z}, with the fraction of a second if there is one
 */
record DerTime(long seconds, String text) {
  private static final int FRACTION_DIGITS = 9;
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  /** Reads UTCTime ({@code YYMMDDhhmmssZ}) and GeneralizedTime ({@code YYYYMMDDhhmmss[.f…]Z}; RFC 5280 and 3161). */
  static DerTime of(DerElement element) throws StampRefused {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < element.length(); i++) {
      text.append((char) element.at(i));
    }
    if (element.tag() == DerElement.UTC_TIME) {
      text.insert(0, digits(text, 0, 2) < 50 ? "20" : "19"); // RFC 5280, 4.1.2.5.1
    } else {
      element.require(DerElement.GENERALIZED_TIME);
    }
    return of(text, element.tag() == DerElement.GENERALIZED_TIME);
  }

  private static DerTime of(CharSequence text, boolean fractions) throws StampRefused {
    int year = digits(text, 0, 4);
    int month = digits(text, 4, 2);
    int day = digits(text, 6, 2);
    int hour = digits(text, 8, 2);
    int minute = digits(text, 10, 2);
    int second = digits(text, 12, 2);
    String fraction = fraction(text, fractions);
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1] || month == 2 && day == 29 && !leap
        || hour > 23 || minute > 59 || second > 59 || year < 1950) {
      throw DerElement.form("no such time");
    }
    long days = days(year, month, day);
    String iso = text.subSequence(0, 4) + "-" + text.subSequence(4, 6) + "-" + text.subSequence(6, 8) + "T"
        + text.subSequence(8, 10) + ":" + text.subSequence(10, 12) + ":" + text.subSequence(12, 14) + fraction + "Z";
    return new DerTime(((days * 24 + hour) * 60 + minute) * 60 + second, iso);
  }

  /** The point and the digits after the seconds, or nothing; the Z must be the last character. */
  private static String fraction(CharSequence text, boolean allowed) throws StampRefused {
    int last = text.length() - 1;
    if (last < 14 || text.charAt(last) != 'Z') {
      throw DerElement.form("a time that is not in UTC");
    }
    if (last == 14) {
      return "";
    }
    int count = last - 15;
    if (!allowed || text.charAt(14) != '.' || count < 1 || count > FRACTION_DIGITS || text.charAt(last - 1) == '0') {
      throw DerElement.form("a time with another fraction of a second");
    }
    digits(text, 15, count);
    return text.subSequence(14, last).toString();
  }

  private static int digits(CharSequence text, int from, int count) throws StampRefused {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c < '0' || c > '9') {
        throw DerElement.form("a time that is no number");
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  /** Days since 1970 in the Gregorian calendar. */
  private static long days(int year, int month, int day) {
    // Years begin in March, so that the day that leap years have more is the last.
    int shifted = month > 2 ? year : year - 1;
    int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return 365L * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468;
  }
}
