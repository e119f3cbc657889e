package shotdeed.ledger.verify;

/** Times of the Gregorian calendar in UTC, as texts of ISO 8601 to the second. */
final class UtcTime {
  private static final int DAY = 86_400;
  private static final int DAYS_OF_400_YEARS = 146_097;
  private static final int LAST_YEAR = 9_999;

  private UtcTime() {}

  /**
   * @param seconds since 1970
   * @return empty if the year has not four digits
   */
  static String of(long seconds) {
    long day = Math.floorDiv(seconds, DAY);
    if (seconds < 0 || day > LAST_YEAR * 366L) {
      return "";
    }
    int rest = (int) Math.floorMod(seconds, (long) DAY);
    // Days from 1 March of the year 0, so that a leap day is the last of its year.
    int days = (int) day + 719_468;
    int era = days / DAYS_OF_400_YEARS;
    int ofEra = days % DAYS_OF_400_YEARS;
    int yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int shifted = (5 * ofYear + 2) / 153;
    int month = shifted < 10 ? shifted + 3 : shifted - 9;
    int year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
    if (year > LAST_YEAR) {
      return "";
    }
    int dayOfMonth = ofYear - (153 * shifted + 2) / 5 + 1;
    return two(year / 100) + two(year % 100) + "-" + two(month) + "-" + two(dayOfMonth)
        + "T" + two(rest / 3_600) + ":" + two(rest / 60 % 60) + ":" + two(rest % 60) + "Z";
  }

  private static String two(int number) {
    return (number < 10 ? "0" : "") + number;
  }

  /** Whether a text is such a time; two of them compare as texts do. */
  static boolean is(String text) {
    if (text.length() < 20 || text.length() > 30 || text.charAt(text.length() - 1) != 'Z') {
      return false;
    }
    String form = "0000-00-00T00:00:00";
    for (int i = 0; i < form.length(); i++) {
      char c = text.charAt(i);
      if (form.charAt(i) == '0' ? c < '0' || c > '9' : c != form.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
