package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.TestServer;
import shotdeed.server.account.AccountStore;
import shotdeed.server.account.AddressStore;
import shotdeed.server.account.Caller;
import shotdeed.server.account.EndAccount;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.people.ReportRecipients;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Texts;

/** An owner chooses whom of the team the daily report is mailed to. */
class ReportRecipientsTest {
  private TestServer server;
  private ReportRecipients recipients;
  private Caller owner;
  private int li;
  private int wu;

  @BeforeEach
  void start() {
    server = TestServer.start();
    recipients = server.server().features().deliveries().recipients();
    owner = TestAccounts.caller(server.server().features(), 1);
    li = person(1, "Li", "li@example.org", true);
    wu = person(1, "Wu", "wu@example.org", false);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private int person(int seller, String name, String email, boolean confirmed) {
    return server.server().features().database().write(handle -> {
      int id = AccountStore.insertAccount(handle, seller, name, EnumSet.of(Role.MEMBER), server.now());
      handle.execute(
          "insert into account_sign_in (account_id, name_key, email, email_key) values (?, ?, ?, ?)",
          id, name.toLowerCase(java.util.Locale.ROOT), email, email);
      if (confirmed) {
        AddressStore.confirm(handle, id, email, server.now());
      }
      return id;
    });
  }

  private List<String> mailed() {
    return server.server().features().database().read(handle -> ReportRecipients.of(handle, 1)).stream()
        .map(ReportRecipients.Recipient::email)
        .toList();
  }

  private Errors refused(Runnable work) {
    return catchThrowableOfType(Refused.class, work::run).error();
  }

  @Test
  void nobody_gets_it_until_somebody_is_chosen() {
    assertThat(mailed()).isEmpty();
    recipients.set(owner, Set.of(li));
    assertThat(mailed()).containsExactly("li@example.org");
    assertThat(recipients.list(owner))
        .extracting(each -> each.name() + " " + each.email() + " " + each.confirmed() + " " + each.chosen())
        .containsExactly("Admin null false false", "Li li@example.org true true", "Wu wu@example.org false false");
    recipients.set(owner, Set.of());
    assertThat(mailed()).isEmpty();
  }

  @Test
  void only_who_confirmed_their_address_can_be_chosen_and_a_new_address_counts_once_it_is_confirmed() {
    recipients.set(owner, Set.of(li));
    assertThat(refused(() -> recipients.set(owner, Set.of(wu)))).isEqualTo(Errors.ADDRESS_UNCONFIRMED);
    assertThat(mailed()).as("nothing was changed").containsExactly("li@example.org");
    server.server().features().database().write(handle -> handle.execute(
        "update account_sign_in set email = 'new@example.org', email_key = 'new@example.org' where account_id = ?", li));
    assertThat(mailed()).isEmpty();
    server.server().features().database().write(handle -> {
      AddressStore.confirm(handle, li, "new@example.org", server.now());
      return null;
    });
    assertThat(mailed()).containsExactly("new@example.org");
  }

  @Test
  void somebody_of_another_seller_is_nobody_and_members_cannot_choose() {
    int other = server.server().features().database().write(handle ->
        AccountStore.insertSeller(handle, "Elm", server.now()));
    int stranger = person(other, "Su", "su@example.org", true);
    assertThat(refused(() -> recipients.set(owner, Set.of(stranger)))).isEqualTo(Errors.NOT_FOUND);
    assertThat(refused(() -> recipients.set(TestAccounts.caller(server.server().features(), li), Set.of(li))))
        .isEqualTo(Errors.NOT_ALLOWED);
    assertThat(mailed()).isEmpty();
  }

  @Test
  void who_leaves_gets_it_no_more() {
    recipients.set(owner, Set.of(li));
    server.server().features().database().write(handle -> {
      EndAccount.run(handle, li, 1, server.now());
      return null;
    });
    assertThat(mailed()).isEmpty();
  }

  @Test
  void the_part_of_the_page_has_a_box_for_each_and_members_see_names_alone() {
    recipients.set(owner, Set.of(li));
    String html = html(owner);
    assertThat(html)
        .contains("<input type=\"checkbox\" id=\"recipient-" + li + "\" name=\"recipient\" value=\"" + li + "\" checked>",
            "value=\"" + wu + "\" disabled>", "no confirmed mail address");
    assertThat(html(TestAccounts.caller(server.server().features(), li)))
        .contains("<bdi>Li</bdi>")
        .doesNotContain("<form", "@example.org", "Wu");
  }

  private String html(Caller caller) {
    Page page = new Page(Texts.in(Language.ENGLISH), caller, "token", "", "/", null, null);
    return new Views().html(
        "report-recipients", page, Map.of("people", recipients.list(caller), "action", "/reports/recipients"));
  }
}
