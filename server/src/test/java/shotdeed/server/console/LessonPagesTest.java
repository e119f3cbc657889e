package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.learn.Attempt;
import shotdeed.server.learn.Exam;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.PeopleSettings;

/** The lesson and the exam, as a person goes through them. */
class LessonPagesTest {
  private static final byte[] COAT = Photos.photo("coat");

  private TestServer server;
  private Person admin;
  private Exam exam;

  /** The first admin, in whose name the tests look at what was drawn. */
  private static final Caller ADMIN =
      new Caller(1, "Admin", 1, "My shop", "", Set.of(Role.ADMIN, Role.OWNER), null, null, null);

  @BeforeEach
  void start() {
    server = TestServer.start(PeopleSettings.USUAL);
    admin = Person.admin(server);
    exam = server.server().features().people().exam();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Attempt.Asked next() {
    return exam.current(ADMIN).next();
  }

  private Client.Reply answer(boolean right) {
    Attempt.Asked asked = next();
    int place = asked.order().indexOf(asked.question().rightAnswer());
    int chosen = right ? place : (place + 1) % asked.order().size();
    return admin.submit(admin.page("/exam"), "/exam/answer", "answer", String.valueOf(chosen));
  }

  private String finish(int wrong) {
    admin.submit(admin.page("/lesson"), "/exam/start");
    for (int i = 0; i < 10; i++) {
      answer(i >= wrong);
    }
    return admin.page("/exam");
  }

  @Test
  void nobody_certifies_before_the_exam_and_the_page_leads_to_the_lesson() {
    Client.Reply form = admin.get("/upload");
    assertThat(form.status()).isEqualTo(403);
    assertThat(form.text()).contains("<h1>Pass the short exam before you certify</h1>", "href=\"/lesson\"");
    Client.Parts upload = new Client.Parts().field("unpublished", "true").file("file", "a.jpg", COAT);
    Client.Reply api = server.admin().postParts("/api/v1/certificates", upload);
    assertThat(api.status()).isEqualTo(403);
    assertThat(api.json().get("code").asText()).isEqualTo("exam-not-passed");
    assertThat(admin.page("/certificates")).contains("No photograph is certified yet.");
  }

  @Test
  void eight_right_answers_of_ten_pass_for_good() {
    assertThat(finish(2)).contains("<h1>Passed</h1>", "Right answers: 8 of 10. Needed: 8.");
    assertThat(admin.get("/upload").status()).isEqualTo(200);
    Client.Parts upload = new Client.Parts().field("unpublished", "true").file("file", "a.jpg", COAT);
    assertThat(server.admin().postParts("/api/v1/certificates", upload).status()).isEqualTo(200);
    finish(10); // out of curiosity, and without a loss
    assertThat(admin.get("/upload").status()).isEqualTo(200);
    assertThat(admin.page("/audit")).contains("Exam passed", "8 / 10", "Exam not passed", "0 / 10");
  }

  @Test
  void whoever_fails_tries_again_at_once_and_gets_other_questions() {
    assertThat(finish(3)).contains("<h1>Not passed yet</h1>", "Right answers: 7 of 10. Needed: 8.");
    assertThat(admin.get("/upload").status()).isEqualTo(403);
    Set<String> first = asked();
    admin.submit(admin.page("/exam"), "/exam/start");
    assertThat(asked()).hasSize(10).doesNotContainAnyElementsOf(first);
    for (int i = 0; i < 10; i++) {
      answer(true);
    }
    assertThat(admin.page("/exam")).contains("<h1>Passed</h1>");
  }

  private Set<String> asked() {
    Set<String> ids = new HashSet<>();
    exam.current(ADMIN).asked().forEach(each -> ids.add(each.question().id()));
    return ids;
  }

  @Test
  void each_answer_is_explained_before_the_next_question_and_a_reload_loses_nothing() {
    admin.submit(admin.page("/lesson"), "/exam/start");
    String question = admin.page("/exam");
    assertThat(question).contains("<h1>Question 1 of 10</h1>").doesNotContain(next().question().whyIn(Language.ENGLISH));
    Attempt.Asked asked = next();
    String explained = answer(false).text();
    assertThat(explained).contains("<h1>Not right</h1>", asked.question().whyIn(Language.ENGLISH), "your answer");
    assertThat(admin.page("/exam?after=0")).contains("<h1>Not right</h1>");
    assertThat(admin.page("/exam")).contains("<h1>Question 2 of 10</h1>");
    server.restart();
    admin = admin.at(server);
    assertThat(admin.page("/exam")).contains("<h1>Question 2 of 10</h1>");
    assertThat(admin.page("/lesson")).contains("Go on with the exam");
  }

  @Test
  void an_answer_cannot_be_changed_nor_given_in_another_attempt() {
    admin.submit(admin.page("/lesson"), "/exam/start");
    String page = admin.page("/exam");
    Attempt.Asked asked = next();
    int right = asked.order().indexOf(asked.question().rightAnswer());
    int wrong = (right + 1) % asked.order().size();
    admin.submit(page, "/exam/answer", "answer", String.valueOf(wrong));
    Client.Reply changed = admin.submit(page, "/exam/answer", "answer", String.valueOf(right));
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.text()).contains("This question is answered already");
    assertThat(admin.submit(page, "/exam/answer", "answer", String.valueOf(wrong)).status()).isEqualTo(200);
    assertThat(exam.current(ADMIN).correct()).isZero();
    for (String attempt : List.of("0", "99", "x", "")) {
      assertThat(admin.post("/exam/answer", "csrf", admin.csrf(), "attempt", attempt, "place", "1", "answer", "0")
              .status())
          .isEqualTo(404);
    }
    for (String place : List.of("-1", "10", "x")) {
      assertThat(admin.post("/exam/answer", "csrf", admin.csrf(), "attempt", "1", "place", place, "answer", "0")
              .status())
          .isEqualTo(404);
    }
    for (String answer : List.of("-1", "4", "x", "")) {
      assertThat(admin.post("/exam/answer", "csrf", admin.csrf(), "attempt", "1", "place", "1", "answer", answer)
              .status())
          .isEqualTo(400);
    }
  }

  @Test
  void two_tabs_that_answer_differently_at_once_leave_one_answer() throws Exception {
    admin.submit(admin.page("/lesson"), "/exam/start");
    ExecutorService threads = Executors.newFixedThreadPool(3);
    CountDownLatch start = new CountDownLatch(1);
    String page = admin.page("/exam");
    List<Future<Integer>> replies = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String chosen = String.valueOf(i);
      Person tab = admin.at(server);
      replies.add(threads.submit(() -> {
        start.await();
        return tab.submit(page, "/exam/answer", "answer", chosen).status();
      }));
    }
    start.countDown();
    List<Integer> all = new ArrayList<>();
    for (Future<Integer> reply : replies) {
      all.add(reply.get());
    }
    threads.shutdown();
    assertThat(all).containsExactlyInAnyOrder(200, 409, 409);
    assertThat(exam.current(ADMIN).asked().stream().filter(asked -> asked.chosen() != null)).hasSize(1);
  }

  @Test
  void questions_of_every_topic_are_drawn_and_answers_stand_in_changing_order() {
    Set<List<Integer>> orders = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      finish(10);
      Attempt attempt = exam.current(ADMIN);
      assertThat(attempt.asked()).extracting(asked -> asked.question().topic().text())
          .containsOnly("before", "marked", "monitor", "unfit", "wrong");
      attempt.asked().forEach(asked -> orders.add(asked.order()));
    }
    assertThat(orders).hasSizeGreaterThan(3);
  }

  @Test
  void where_the_exam_is_only_offered_everybody_certifies() {
    try (TestServer lenient = TestServer.start()) {
      Person person = Person.admin(lenient);
      assertThat(person.page("/lesson")).contains("The exam afterwards is up to you.");
      assertThat(person.get("/upload").status()).isEqualTo(200);
    }
  }
}
