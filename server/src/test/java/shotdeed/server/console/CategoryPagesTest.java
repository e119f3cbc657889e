package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;

class CategoryPagesTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] DRESS = Photos.photo("dress");

  private TestServer server;
  private Person admin;

  @BeforeEach
  void start() {
    server = TestServer.start();
    admin = Person.admin(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void the_upload_page_offers_what_the_seller_chose_last() {
    assertThat(admin.page("/upload"))
        .contains("<option value=\"other\" selected>Other goods</option>", "value=\"unknown\" checked");
    admin.upload(Person.unpublished("coat.jpg", COAT).field("category", "women").field("person", "no"));
    assertThat(admin.page("/upload"))
        .contains("<option value=\"women\" selected>Women's clothing</option>", "value=\"no\" checked");
    assertThat(admin.page("/certificates/1")).contains("<dd>Women's clothing</dd>", "<dd>No</dd>");
    assertThat(admin.speaking("zh-CN").page("/certificates/1")).contains("<dd>女装</dd>", "<dd>没有</dd>");
  }

  @Test
  void certificates_are_listed_by_category() {
    admin.upload(Person.unpublished("coat.jpg", COAT).field("category", "men"));
    admin.upload(Person.unpublished("dress.jpg", DRESS).field("category", "women"));
    assertThat(admin.page("/certificates?category=men"))
        .contains("coat.jpg", "href=\"/certificates?state=monitored&amp;category=men\"")
        .doesNotContain("dress.jpg");
    assertThat(admin.page("/certificates?state=first-passed&category=women"))
        .contains("dress.jpg", "<input type=\"hidden\" name=\"state\" value=\"first-passed\">")
        .doesNotContain("coat.jpg");
    assertThat(admin.page("/certificates?state=monitored&category=women")).doesNotContain("dress.jpg", "coat.jpg");
    assertThat(admin.page("/certificates?category=")).contains("coat.jpg", "dress.jpg");
    assertThat(admin.get("/certificates?category=cars").status()).isEqualTo(404);
  }

  @Test
  void a_closed_category_is_refused_with_the_reason_and_what_was_certified_stays() {
    admin.upload(Person.unpublished("coat.jpg", COAT).field("category", "men"));
    String page = admin.page("/categories");
    assertThat(page).contains("value=\"men\" checked", "value=\"food\" checked");
    Client.Reply saved = admin.submit(page, "/categories", "category", "women", "category", "children");
    assertThat(saved.text())
        .contains("Saved: certificates are given for 2 categories.", "value=\"women\" checked")
        .doesNotContain("value=\"men\" checked");
    assertThat(admin.page("/upload"))
        .contains("Your last category is not taken on this server any more.")
        .doesNotContain("<option value=\"men\"");

    Client.Reply refused = admin.upload(Person.unpublished("dress.jpg", DRESS).field("category", "men"));
    assertThat(refused.text()).contains("This server gives no certificates for the category that was chosen.");
    assertThat(admin.page("/certificates/2")).contains("Refused", "choose their category and upload it again");
    assertThat(admin.page("/certificates/1")).contains("Men's clothing", "Waiting for second review");
    assertThat(admin.upload(Person.unpublished("dress.jpg", DRESS).field("category", "women")).text())
        .contains("Accepted: 1, refused: 0");
  }

  @Test
  void programs_state_category_and_person_too() {
    Client client = server.newSeller("Programs");
    Client.Parts parts = new Client.Parts()
        .field("unpublished", "true")
        .field("category", "shoes")
        .field("person", "yes")
        .file("file", "shoe.jpg", Photos.photo("shoe"));
    int id = Checks.ok(client.postParts("/api/v1/certificates", parts)).json().at("/results/0/certificate").asInt();
    assertThat(client.get("/api/v1/certificates/" + id).text())
        .contains("\"category\":\"shoes\",\"person\":\"yes\"");
    assertThat(client.get("/api/v1/certificates?category=shoes").json().get("total").asInt()).isEqualTo(1);
    assertThat(client.get("/api/v1/certificates?category=bags").json().get("total").asInt()).isZero();
    assertThat(client.get("/api/v1/certificates?category=cars").json().get("field").asText()).isEqualTo("category");
    assertThat(
            client
                .postParts("/api/v1/certificates", new Client.Parts().field("person", "maybe").file("file", "a", COAT))
                .json()
                .get("field")
                .asText())
        .isEqualTo("person");
    assertThat(server.newSeller("Others").get("/api/v1/certificates?category=shoes").json().get("total").asInt())
        .isZero();
  }

  @Test
  void only_an_admin_decides_and_at_least_one_category_stays_open() {
    Client.Reply none = admin.submit(admin.page("/categories"), "/categories");
    assertThat(none.text()).contains("Choose one of the categories", "Nothing was changed.");
    Client.Reply unknown = admin.submit(admin.page("/categories"), "/categories", "category", "cars");
    assertThat(unknown.text()).contains("Choose one of the categories");
    assertThat(admin.page("/categories")).contains("value=\"men\" checked");

    Person owner = Person.signedIn(
        server,
        TestAccounts.session(server.server().features(), "Willow", EnumSet.of(Role.OWNER), server.now()));
    assertThat(owner.get("/categories").status()).isEqualTo(403);
    assertThat(owner.post("/categories", "csrf", owner.csrf(), "category", "food").status()).isEqualTo(403);
    assertThat(admin.post("/categories", "category", "food").status()).isEqualTo(403);
    assertThat(admin.page("/categories")).contains("value=\"men\" checked");
  }
}
