package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.ledger.LogRecord;
import shotdeed.ledger.TlogProof;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.ledger.PlatformCrypto;

/** What the log says of a certificate, and the receipts to keep. */
class ReceiptPagesTest {
  private TestServer server;
  private Person owner;

  @BeforeEach
  void start() {
    server = TestServer.start();
    server.monitored(server.newSeller("Willow"), Photos.photo("coat"));
    owner = Person.signedIn(
        server, TestAccounts.sessionOf(server.server().features(), "Willow's person", server.now())).speaking("en");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void the_certificates_page_leads_to_what_the_log_says_of_it() {
    assertThat(owner.page("/certificates/1")).contains("href=\"/certificates/1/log\"");
    assertThat(owner.page("/certificates/1/log"))
        .contains("Certificate made", "First review passed", "Now: Certified", "Second review passed", "Now: Monitored")
        .contains("Receipt of entry 0<", "Receipt of entry 4<")
        .contains(server.server().features().ledger().key().fingerprint())
        .contains("the operator's own claim");
    assertThat(owner.speaking("zh-CN").page("/certificates/1/log")).contains("日志第 0 号记录的回执", "由运营者自述");
    assertThat(owner.speaking("zh-TW").page("/certificates/1/log")).contains("日誌第 0 號紀錄的回執", "由營運者自述");
  }

  @Test
  void a_receipt_can_be_checked_without_this_server() throws Exception {
    Client.Reply reply = owner.get("/certificates/1/log/3");
    assertThat(reply.response().headers().firstValue("content-disposition"))
        .contains("attachment; filename=\"certificate-1-3.tlog-proof\"");
    TlogProof proof = TlogProof.parse(reply.text());
    assertThat(proof.leadsToItsRoot()).isTrue();
    assertThat(proof.checkpoint().isSignedBy(server.server().features().ledger().key(), new PlatformCrypto())).isTrue();
    assertThat(LogRecord.ofExtra(proof.extra()).field("state")).isEqualTo("certified");
  }

  @Test
  void receipts_that_are_none_are_not_found() {
    for (String place : new String[] {"0", "6", "x", "99999999999"}) {
      assertThat(owner.get("/certificates/1/log/" + place).status()).as(place).isEqualTo(404);
    }
  }

  @Test
  void nobody_elses_log_is_shown_not_even_to_reviewers() {
    for (Role role : new Role[] {Role.OWNER, Role.REVIEWER, Role.ADMIN}) {
      Person other = Person.signedIn(
          server,
          TestAccounts.session(server.server().features(), "Other " + role.text(), EnumSet.of(role), server.now()));
      assertThat(other.get("/certificates/1/log").status()).as(role.text()).isIn(403, 404);
      assertThat(other.get("/certificates/1/log/1").status()).as(role.text()).isIn(403, 404);
    }
  }
}
