package shotdeed.server.complain.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.TestServer;

class CountDaysTest {
  private static TestServer server;
  private static CountDays days;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    days = new CountDays(server.server().features().reviews().setUp()::calendar);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    // From Wednesday before the eight days of National Day 2025; Saturday the 11th is worked.
    "taobao, DECISION, 2025-09-30, 2025-09-30, 2025-10-14, false",
    "taobao, EVIDENCE, 2025-09-30, 2025-10-01, 2025-10-01, false",
    // Saturday, 14 February 2026, is worked; Spring Festival is until the 23rd.
    "pdd, EVIDENCE, 2026-02-13, 2026-02-27, 2026-02-27, false",
    // The holidays of 2027 are not known.
    "pdd, DECISION, 2026-12-28, 2027-01-06, 2027-01-06, true",
    "etsy, COUNTER_NOTICE, 2026-11-20, 2026-12-04, 2026-12-04, true",
    "amazon, COUNTER_NOTICE, 2026-11-20, 2026-11-30, 2026-11-30, false",
  })
  void a_limit_ends(String market, Procedure.Term term, LocalDate from, LocalDate first, LocalDate last, boolean unsure) {
    Procedure procedure = ProcedureLibrary.bundled().all().stream()
        .filter(each -> each.id().equals(market))
        .findFirst()
        .orElseThrow();
    assertThat(days.after(procedure, term, from)).isEqualTo(new CountDays.Days(first, last, unsure));
  }

  @Test
  void a_limit_that_nobody_states_has_no_end() {
    Procedure other = ProcedureLibrary.bundled().pick("other", "shop.example");
    assertThat(days.after(other, Procedure.Term.DECISION, LocalDate.of(2026, 11, 21))).isNull();
  }
}
