package shotdeed.server.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shotdeed.ledger.LogRecord;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

class StateAtTest {
  private static final String ORIGINAL = "a".repeat(64);

  private final StateAt states = new StateAt(number -> number != 12
      ? List.of()
      : List.of(
          entry(0, "certificate", "2026-11-01T08:00:00Z", "original-sha256", ORIGINAL, "grade", "certified"),
          entry(5, "decision", "2026-11-02T08:00:00Z", "state", "monitored"),
          entry(9, "state", "2026-11-05T08:00:00Z", "state", "revoked")));

  private static CertificateLog.Entry entry(int leaf, String kind, String time, String... fields) {
    Map<String, String> all = new LinkedHashMap<>(Map.of("kind", kind, "time", time));
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return new CertificateLog.Entry(new LogRecord(all), "shotdeed/0", leaf);
  }

  private StateAt.Answer at(String time) {
    return states.run(12, ORIGINAL, Instant.parse(time), "192.0.2.1");
  }

  @Test
  void the_state_is_that_of_the_newest_record_up_to_the_time() {
    assertThat(at("2026-11-02T07:59:59Z")).extracting(StateAt.Answer::state, StateAt.Answer::later)
        .containsExactly("", 2);
    assertThat(at("2026-11-02T08:00:00Z")).extracting(StateAt.Answer::state, StateAt.Answer::later)
        .containsExactly("monitored", 1);
    assertThat(at("2026-12-01T00:00:00Z")).extracting(StateAt.Answer::state, StateAt.Answer::later)
        .containsExactly("revoked", 0);
  }

  @Test
  void what_came_later_is_said_too_so_that_nobody_takes_then_for_now() {
    assertThat(at("2026-11-03T00:00:00Z").now()).isEqualTo("revoked");
  }

  @Test
  void before_it_was_logged_there_is_no_state() {
    StateAt.Answer answer = at("2026-10-31T00:00:00Z");
    assertThat(answer.logged()).isFalse();
    assertThat(answer.entries()).isEmpty();
  }

  @Test
  void another_original_and_another_number_are_answered_alike_and_guessing_becomes_waiting() {
    for (int i = 0; i < 15; i++) {
      assertThat(states.run(12, "b".repeat(64), Instant.EPOCH, "192.0.2.2")).isNull();
      assertThat(states.run(100 + i, ORIGINAL, Instant.EPOCH, "192.0.2.2")).isNull();
    }
    assertThatThrownBy(() -> states.run(12, ORIGINAL, Instant.EPOCH, "192.0.2.2"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.error()).isEqualTo(Errors.TOO_MANY_ATTEMPTS));
    assertThat(states.run(12, ORIGINAL, Instant.EPOCH, "192.0.2.3")).isNotNull();
  }
}
