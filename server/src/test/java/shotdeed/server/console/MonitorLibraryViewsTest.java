package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the monitor library was filtered by is kept as views. */
class MonitorLibraryViewsTest extends MonitorLibraryFixture {
  @Test
  void a_view_is_saved_shared_renamed_and_deleted_by_whose_it_is() {
    has(7, "coat.jpg", "paused");
    String saved = person.submit(
        person.page("/monitor?q=coat&show=paused"), "/views", "viewName", "My coats <b>", "shared", "yes").text();
    assertThat(saved).contains("The view is saved.", "href=\"/monitor?q=coat&amp;show=paused\"", "My coats &lt;b&gt;");
    Person mate = Person.signedIn(server, mate()).speaking("en");
    assertThat(mate.page("/monitor")).contains("My coats &lt;b&gt;");
    assertThat(mate.page("/views")).contains("Shared by").doesNotContain("Delete this view");
    assertThat(mate.post("/views/1", "csrf", mate.csrf(), "viewName", "Mine").status()).isEqualTo(404);
    assertThat(mate.post("/views/1/delete", "csrf", mate.csrf()).status()).isEqualTo(404);
    assertThat(stranger().page("/views")).doesNotContain("My coats");

    assertThat(person.submit(person.page("/views"), "/views/1", "viewName", "Coats").text())
        .contains("The view is changed.", ">Coats</a>", "Only you see it");
    assertThat(mate.page("/views")).doesNotContain("Coats");
    assertThat(person.submit(person.page("/views"), "/views/1/delete").text()).contains("No views yet.");
    assertThat(state(7)).isEqualTo("paused");
  }

  @Test
  void a_view_needs_a_name_of_its_own_and_there_are_at_most_fifty() {
    has(7, "a.jpg", "monitored");
    person.submit(person.page("/monitor"), "/views", "viewName", "One");
    String again = person.submit(person.page("/monitor?q=x"), "/views", "viewName", " One ").text();
    assertThat(again).contains("You have a view of this name already", "name=\"query\" value=\"q=x\"", "value=\"One\"");
    assertThat(person.submit(person.page("/monitor"), "/views", "viewName", " ").text()).contains("Type a name, 60 characters at most");
    assertThat(person.submit(person.page("/monitor"), "/views", "viewName", "x".repeat(61)).status()).isEqualTo(400);
    for (int i = 2; i <= 50; i++) {
      assertThat(person.post("/views", "csrf", person.csrf(), "viewName", "View " + i, "query", "q=" + i).status()).isEqualTo(303);
    }
    assertThat(person.submit(person.page("/monitor"), "/views", "viewName", "One more").text()).contains("You have 50 views already");
    assertThat(value("select count(*) from library_view")).isEqualTo("50");
  }
}
