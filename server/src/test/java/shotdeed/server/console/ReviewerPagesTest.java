package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;

/** What the console offers to whoever reviews, and what it leaves to others. */
class ReviewerPagesTest {
  private TestServer server;
  private Person admin;
  private Person reviewer;
  private Person willow;

  @BeforeEach
  void start() {
    server = TestServer.start();
    admin = Person.admin(server);
    reviewer = person("Rowan", Role.REVIEWER);
    willow = person("Willow", Role.OWNER);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Person person(String seller, Role role) {
    return Person.signedIn(
            server, TestAccounts.session(server.server().features(), seller, EnumSet.of(role), server.now()))
        .speaking("en");
  }

  @Test
  void an_own_upload_is_not_offered_for_a_decision_where_somebody_else_can_decide() {
    admin.upload(Person.unpublished("coat.jpg", Photos.photo("coat")));
    assertThat(reviewer.page("/certificates/1")).contains("/certificates/1/approve", "/certificates/1/reject");
    assertThat(admin.page("/certificates/1"))
        .contains("The second review has not been decided yet.")
        .doesNotContain("/certificates/1/approve", "/certificates/1/reject");
  }

  @Test
  void a_reviewer_without_a_shop_is_not_asked_to_certify_or_to_pair() {
    assertThat(reviewer.page("/"))
        .contains("Overview", "href=\"/reviews\"")
        .doesNotContain("Certify your first photographs", "Pair a browser", "href=\"/upload\"", "href=\"/browsers\"");
    assertThat(willow.page("/")).contains("Certify your first photographs", "href=\"/upload\"", "href=\"/browsers\"");
  }
}
