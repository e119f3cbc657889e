package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;

/** The monitor library is searched and filtered, and a certificate in it is voided. */
class MonitorLibraryTest extends MonitorLibraryFixture {
  @Test
  void a_text_is_looked_for_in_titles_whatever_its_case_and_a_number_is_a_certificates() {
    has(7, "Wool COAT 100%.jpg", "monitored");
    has(8, "大衣 7.jpg", "paused");
    has(9, "dress_a.jpg", "monitored");
    has(10, "coat.jpg", "retired");
    assertThat(titles("")).containsExactly("dress_a.jpg", "大衣 7.jpg", "Wool COAT 100%.jpg");
    assertThat(titles("?q=coat")).containsExactly("Wool COAT 100%.jpg");
    assertThat(titles("?q=%C3%89T%C3%89")).isEmpty();
    sql("update certificate set title = 'Wool COAT 100% ÉTÉ.jpg' where id = 7");
    assertThat(titles("?q=coat+100%25+%C3%89t%C3%89")).containsExactly("Wool COAT 100% ÉTÉ.jpg");
    sql("update certificate set title = 'Wool COAT 100%.jpg' where id = 7");
    assertThat(titles("?q=coat&show=all")).containsExactly("coat.jpg", "Wool COAT 100%.jpg");
    assertThat(titles("?q=%E5%A4%A7%E8%A1%A3")).containsExactly("大衣 7.jpg");
    assertThat(titles("?q=7")).containsExactly("大衣 7.jpg", "Wool COAT 100%.jpg");
    assertThat(titles("?q=%239")).containsExactly("dress_a.jpg");
    assertThat(titles("?q=%25")).containsExactly("Wool COAT 100%.jpg");
    assertThat(titles("?q=s_a")).containsExactly("dress_a.jpg");
    assertThat(titles("?q=w_ol")).isEmpty();
    assertThat(titles("?sort=title")).containsExactly("dress_a.jpg", "Wool COAT 100%.jpg", "大衣 7.jpg");
    assertThat(titles("?sort=oldest")).containsExactly("Wool COAT 100%.jpg", "大衣 7.jpg", "dress_a.jpg");
  }

  @Test
  void filters_narrow_by_grade_category_uploader_and_days_that_count_whole() {
    has(7, "a.jpg", "monitored");
    has(8, "b.jpg", "monitored");
    sql("update certificate set grade = 'registered-after-publication' where id = 8");
    sql("insert into certificate_subject values (8, 'women', 'no')");
    sql("insert into account (id, seller_id, name, created_at) values (50, 1, 'Li', 'then')");
    sql("update certificate set account_id = 50, created_at = '2026-11-20T12:00:00.000Z' where id = 8");
    assertThat(titles("?grade=registered-after-publication")).containsExactly("b.jpg");
    assertThat(titles("?category=women")).containsExactly("b.jpg");
    assertThat(titles("?by=50")).containsExactly("b.jpg");
    assertThat(titles("?from=2026-11-10")).containsExactly("b.jpg");
    assertThat(titles("?to=2026-11-10")).containsExactly("a.jpg");
    assertThat(titles("?from=2026-11-20&to=2026-11-20")).containsExactly("b.jpg");
    assertThat(titles("?from=2026-11-20&to=2026-11-19")).isEmpty();
    assertThat(person.page("/monitor?by=50&category=women"))
        .contains("<option dir=\"auto\" value=\"50\" selected>Li</option>", "<option value=\"women\" selected>");
  }

  @Test
  void an_empty_list_says_why() {
    assertThat(person.page("/monitor")).contains("Nothing is certified yet.");
    has(7, "a.jpg", "monitored");
    assertThat(person.page("/monitor?q=nobody")).contains("Nothing in this list fits your search.", "Show all of them");
    assertThat(person.page("/monitor?show=voided")).contains("None of your certificates is here.");
    assertThat(person.page("/monitor?page=2")).doesNotContain("Nothing is monitored.");
  }

  @Test
  void voiding_is_asked_twice_and_says_what_it_means() {
    has(7, "coat.jpg", "monitored");
    String page = person.page("/certificates/7");
    assertThat(page).contains("href=\"/certificates/7/void\"");
    String asked = person.page("/certificates/7/void");
    assertThat(asked).contains(
        "Void certificate 7?",
        "Once it leaked, somebody who shows it proves nothing, and neither do you.",
        "No more complaints can be prepared with this certificate.",
        "This cannot be undone.");
    assertThat(person.submit(asked, "/certificates/7/void", "leak", "Sent by mail").text())
        .contains("Tick the box to say that you mean it", "value=\"Sent by mail\"");
    assertThat(person.submit(asked, "/certificates/7/void", "leak", " ", "sure", "yes").text())
        .contains("Say in your own words how the original leaked");
    assertThat(state(7)).isEqualTo("monitored");
    assertThat(person.submit(asked, "/certificates/7/void", "leak", "Sent by <mail>", "sure", "yes").text())
        .contains("Certificate 7 is voided.", "Sent by &lt;mail&gt;", ">Voided<")
        .doesNotContain("/certificates/7/void\"", "/certificates/7/copy");
    assertThat(person.page("/certificates/7/void")).contains("It cannot be voided as it is now.");
    assertThat(person.submit(asked, "/certificates/7/void", "leak", "again", "sure", "yes").status()).isEqualTo(409);
    assertThat(person.page("/monitor?show=voided")).contains("coat.jpg");
  }

  @Test
  void who_is_of_no_team_is_refused() {
    Person reviewer = Person.signedIn(
        server, TestAccounts.session(server.server().features(), "Court", EnumSet.of(Role.REVIEWER), server.now()));
    String csrf = reviewer.csrf();
    assertThat(reviewer.post("/bulk-steps", "csrf", csrf, "step", "pause", "all", "yes").status()).isEqualTo(403);
    assertThat(reviewer.post("/views", "csrf", csrf, "viewName", "x").status()).isEqualTo(403);
    assertThat(reviewer.get("/views").status()).isEqualTo(403);
  }
}
