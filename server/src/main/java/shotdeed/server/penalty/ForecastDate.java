package shotdeed.server.penalty;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A date as it is typed: a day, a day and time on the marketplace's clock, or one with an offset from UTC.
 *
 * @param local as typed
 * @param offset as typed, or {@code null}
 * @param dateOnly whether no time was given; it is midnight then
 */
record ForecastDate(LocalDateTime local, ZoneOffset offset, boolean dateOnly) {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9998;
  private static final int DAY_LENGTH = "2026-01-04".length();

  Instant at(ZoneOffset marketOffset) {
    return local.toInstant(offset == null ? marketOffset : offset);
  }

  static ForecastDate parse(String text) {
    ForecastDate date;
    if (text.length() <= DAY_LENGTH) {
      date = new ForecastDate(LocalDate.parse(text).atStartOfDay(), null, true);
    } else if (text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > DAY_LENGTH) {
      OffsetDateTime time = OffsetDateTime.parse(text);
      date = new ForecastDate(time.toLocalDateTime(), time.getOffset(), false);
    } else {
      date = new ForecastDate(LocalDateTime.parse(text), null, false);
    }
    int year = date.local.getYear();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new DateTimeException("the year must be " + FIRST_YEAR + " to " + LAST_YEAR);
    }
    return date;
  }

  /** For the command line. */
  static final class Converter implements ITypeConverter<ForecastDate> {
    @Override
    public ForecastDate convert(String text) {
      try {
        return parse(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + text + "' is no date such as 2026-01-04, 2026-01-04T10:00 or 2026-01-04T10:00+08:00");
      }
    }
  }
}
