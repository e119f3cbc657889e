package shotdeed.server.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Refused;

/** Two people decide about one finding at the same time. */
class DecideTest {
  private static final byte[] COAT = Photos.photo("coat");

  private TestServer server;
  private Client browser;
  private Database database;
  private Decide decide;

  @BeforeEach
  void start() {
    server = TestServer.start();
    browser = server.admin();
    server.monitored(browser, COAT);
    database = server.server().features().database();
    decide = new Decide(database, () -> server.now());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void of_two_people_who_decide_differently_at_once_one_decides_and_the_other_is_told() throws Exception {
    Reports.sighting(browser, "1", "111", "7", COAT);
    Caller one = TestAccounts.caller(server.server().features(), 1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    CountDownLatch go = new CountDownLatch(1);
    List<Future<String>> ends = new ArrayList<>();
    for (boolean copy : new boolean[] {true, false}) {
      ends.add(threads.submit(() -> {
        go.await();
        try {
          Decide.Outcome done = copy ? decide.copy(one, 1, 1) : decide.notACopy(one, 1, 1, "");
          return "changed " + done.changed();
        } catch (Refused refused) {
          return refused.error().code();
        }
      }));
    }
    go.countDown();
    List<String> said = List.of(ends.get(0).get(), ends.get(1).get());
    threads.shutdown();
    assertThat(said).containsExactlyInAnyOrder("changed 1", "finding-decided");
    int decisions = database.read(handle ->
        handle.createQuery("select count(*) from decision").mapTo(int.class).one());
    assertThat(decisions).isEqualTo(1);
  }

  @Test
  void the_state_of_sightings_is_always_that_of_their_finding() {
    for (int i = 1; i <= 6; i++) {
      Reports.sighting(browser, "k-" + i, "l-" + i, "" + i % 2, COAT);
    }
    Caller person = TestAccounts.caller(server.server().features(), 1);
    decide.own(person, 1, 0);
    decide.copy(person, 2, 0);
    decide.licensed(person, 4, 0, new LicenceTerms(true, null, ""));
    new Undo(database, () -> server.now()).run(person, 1);
    List<String> differing = database.read(handle -> handle.createQuery(
            "select s.id from sighting s join finding f on f.id = s.finding_id where f.state <> s.state")
        .mapTo(String.class)
        .list());
    assertThat(differing).isEmpty();
    List<String> states = database.read(handle ->
        handle.createQuery("select state from finding order by id").mapTo(String.class).list());
    assertThat(states).containsExactly("new", "licensed", "new", "licensed", "new", "licensed");
  }

  @Test
  void what_was_decided_anew_since_is_not_undone() {
    Reports.sighting(browser, "1", "111", "7", COAT);
    Caller person = TestAccounts.caller(server.server().features(), 1);
    decide.later(person, 1, 0);
    decide.copy(person, 1, 0);
    Undo undo = new Undo(database, () -> server.now());
    assertThat(assertRefused(() -> undo.run(person, 1))).isEqualTo("decided-anew");
    assertThat(undo.run(person, 2).changed()).isEqualTo(1);
    assertThat(undo.run(person, 2).changed()).as("twice is once").isZero();
  }

  private static String assertRefused(Runnable work) {
    try {
      work.run();
      return "nothing";
    } catch (Refused refused) {
      return refused.error().code();
    }
  }
}
