package shotdeed.penalty;

/**
 * Calendar dates of instants under a fixed offset from UTC, without java.time, which the browser build lacks. The
 * Gregorian calendar; days to dates by counting eras of 400 years from 1 March, so that a leap day ends its year.
 */
final class CivilTime {
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int DAYS_PER_ERA = 146_097;
  private static final int DAYS_FROM_YEAR_ZERO_TO_1970 = 719_468;

  private final int offsetMinutes;

  CivilTime(int offsetMinutes) {
    this.offsetMinutes = offsetMinutes;
  }

  int year(long epochSecond) {
    return date(epochSecond)[0];
  }

  /** Such as {@code 2026-01-04}. */
  String day(long epochSecond) {
    int[] date = date(epochSecond);
    return pad(date[0], 4) + "-" + pad(date[1], 2) + "-" + pad(date[2], 2);
  }

  /** Such as {@code 2026-01-04T10:00+08:00}; seconds only where there are some. */
  String time(long epochSecond) {
    int second = (int) Math.floorMod(epochSecond + offsetMinutes * 60L, (long) SECONDS_PER_DAY);
    String time = pad(second / 3600, 2) + ":" + pad(second / 60 % 60, 2);
    if (second % 60 != 0) {
      time += ":" + pad(second % 60, 2);
    }
    return day(epochSecond) + "T" + time + offset();
  }

  /** Such as {@code +08:00}. */
  String offset() {
    int minutes = Math.abs(offsetMinutes);
    return (offsetMinutes < 0 ? "-" : "+") + pad(minutes / 60, 2) + ":" + pad(minutes % 60, 2);
  }

  static String pad(int number, int digits) {
    String text = Integer.toString(number);
    while (text.length() < digits) {
      text = "0" + text;
    }
    return text;
  }

  /** Year, month, day. */
  private int[] date(long epochSecond) {
    long days =
        Math.floorDiv(epochSecond + offsetMinutes * 60L, (long) SECONDS_PER_DAY) + DAYS_FROM_YEAR_ZERO_TO_1970;
    int era = (int) Math.floorDiv(days, (long) DAYS_PER_ERA);
    int dayOfEra = (int) (days - (long) era * DAYS_PER_ERA);
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    int year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
    return new int[] {year, month, day};
  }
}
