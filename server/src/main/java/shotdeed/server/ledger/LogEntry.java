package shotdeed.server.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to be logged.
 *
 * @param kind such as {@code certificate}
 * @param seller whose it is; {@code null} for the server's own
 * @param certificate its number, or {@code null}
 * @param complaint its number, or {@code null}
 * @param fields what the record says beside kind and time; no names of people
 */
public record LogEntry(
    String kind, Integer seller, Integer certificate, Integer complaint, Map<String, String> fields) {
  /** About a certificate. */
  public static LogEntry ofCertificate(String kind, int seller, int certificate, Object... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("certificate", String.valueOf(certificate));
    return new LogEntry(kind, seller, certificate, null, with(fields, namesAndValues));
  }

  /** About a complaint. */
  public static LogEntry ofComplaint(String kind, int seller, int complaint, Object... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("complaint", String.valueOf(complaint));
    return new LogEntry(kind, seller, null, complaint, with(fields, namesAndValues));
  }

  /** About the log itself. */
  static LogEntry ofLog(String kind, Object... namesAndValues) {
    return new LogEntry(kind, null, null, null, with(new LinkedHashMap<>(), namesAndValues));
  }

  private static Map<String, String> with(Map<String, String> fields, Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], String.valueOf(namesAndValues[i + 1]));
    }
    return fields;
  }
}
