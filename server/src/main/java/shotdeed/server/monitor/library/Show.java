package shotdeed.server.monitor.library;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shotdeed.model.CertificateState;
import shotdeed.server.certify.Step;

/** Which certificates a list of the library shows, by where they stand. */
public enum Show {
  /** What is monitored, and what is paused. */
  LIBRARY(CertificateState.MONITORED, CertificateState.PAUSED),
  /** What may enter. */
  READY(CertificateState.CERTIFIED, CertificateState.REGISTERED),
  MONITORED(CertificateState.MONITORED),
  PAUSED(CertificateState.PAUSED),
  CONTESTED(CertificateState.CONTESTED),
  RETIRED(CertificateState.RETIRED),
  VOIDED(CertificateState.VOIDED),
  /** All that passed both reviews once, whatever became of it, and what is in dispute. */
  ALL(
      CertificateState.CERTIFIED,
      CertificateState.REGISTERED,
      CertificateState.MONITORED,
      CertificateState.PAUSED,
      CertificateState.CONTESTED,
      CertificateState.RETIRED,
      CertificateState.VOIDED,
      CertificateState.REVOKED);

  private final List<CertificateState> states;

  Show(CertificateState... states) {
    this.states = List.of(states);
  }

  /** The states it shows. */
  public List<CertificateState> states() {
    return states;
  }

  /** Steps that some of what it shows may take, as {@link BulkSteps#step} reads them; none where all is over. */
  public List<String> steps() {
    return Stream.of(Step.MONITOR, Step.PAUSE, Step.RESUME, Step.RETIRE)
        .filter(step -> states.stream().anyMatch(step::possibleFrom))
        .map(step -> step.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** For SQL: {@code ('monitored', 'paused')}. */
  String list() {
    return states.stream().map(state -> "'" + state.text() + "'").collect(Collectors.joining(", ", "(", ")"));
  }

  /** As written in addresses. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #text()}; whatever is none of them is the library. */
  static Show of(String text) {
    for (Show each : values()) {
      if (each.text().equals(text)) {
        return each;
      }
    }
    return LIBRARY;
  }
}
