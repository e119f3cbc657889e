package shotdeed.server.leave;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shotdeed.server.TestServer;
import shotdeed.server.platform.Database;

/** What of the store goes into a seller's export. */
class ExportTableTest {
  /** Tables of the store that no export holds, and why. */
  private static final Map<String, String> LEFT_OUT = Map.ofEntries(
      entry("address_link", "a secret, of use for some hours"),
      entry("claim_check", "the server's own work, done or not"),
      entry("closed_category", "a setting of the server"),
      entry("confirmed_address", "whether mail goes there; the address stands with the people"),
      entry("dispute", "between two sellers, neither of whom is told who the other is"),
      entry("dispute_decision", "between two sellers, neither of whom is told who the other is"),
      entry("dispute_reopening", "between two sellers, neither of whom is told who the other is"),
      entry("dispute_setting", "a setting of the server"),
      entry("due_mail", "when a person was mailed, and whether they want to be"),
      entry("exam_attempt", "a person's own, whoever they work for"),
      entry("exam_question", "a person's own, whoever they work for"),
      entry("feature_set", "computed from the original"),
      entry("fingerprint", "computed from the original"),
      entry("flyway_schema_history", "the store's own version"),
      entry("leaked_copy", "names a certificate of another seller"),
      entry("log_checkpoint", "the server's own, and public"),
      entry("log_key", "the server's own, and public"),
      entry("log_tile", "the server's own, and public"),
      entry("cosignature", "the server's own, and public"),
      entry("outside_errand", "the server's own"),
      entry("time_stamp", "the server's own, and public"),
      entry("witnessed_log", "of other servers"),
      entry("mail", "on its way to people, and gone when it arrived"),
      entry("mail_attachment", "on its way to people, and gone when it arrived"),
      entry("overdue_mail", "of reviewers"),
      entry("pairing_code", "a secret, of use for some minutes"),
      entry("password_link", "a secret, of use for some hours"),
      entry("policy_file", "rules of the marketplaces, the server's own"),
      entry("refingerprint", "the server's own work, done or not"),
      entry("review_notice", "of reviewers"),
      entry("review_setting", "a setting of the server"),
      entry("review_undo", "of reviewers; the decision that holds stands with the reviews"),
      entry("second_review", "of reviewers: the queue, and what chance said"),
      entry("session", "a secret, of use while somebody is signed in"),
      entry("sign_in_link", "a secret, of use for some minutes"),
      entry("staff_seller", "which seller is the server's own people"),
      entry("upload_series", "of reviewers: which photographs are looked at together"),
      entry("working_calendar", "a setting of the server"));

  private static final List<String> SHORT =
      List.of("people.json", "watch-visits.json", "complaint-sightings.json", "earlier-case-numbers.json",
          "form-releases.json", "complaint-reasons.json", "complaint-reason-sightings.json", "accusation-steps.json");

  private static final Pattern READ = Pattern.compile("\\b(?:from|join) ([a-z_]+)");

  private TestServer server;
  private Database database;

  @BeforeEach
  void start() {
    server = TestServer.start();
    database = server.server().features().database();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void every_table_of_the_store_is_exported_or_has_a_reason_not_to_be() {
    TreeSet<String> named = new TreeSet<>(LEFT_OUT.keySet());
    for (ExportTable table : ExportTable.ALL) {
      Matcher read = READ.matcher(table.sql());
      while (read.find()) {
        assertThat(LEFT_OUT).as(table.file()).doesNotContainKey(read.group(1));
        named.add(read.group(1));
      }
    }
    assertThat(named).containsExactlyElementsOf(new TreeSet<>(tables()));
  }

  private List<String> tables() {
    return database.read(handle ->
        handle.createQuery("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
            .mapTo(String.class)
            .list());
  }

  @Test
  void a_list_of_many_pages_holds_each_row_once() {
    database.write(handle -> {
      for (int i = 0; i < 2500; i++) {
        handle.execute("insert into audit (at, seller_id, action, subject, subject_id, details)"
            + " values ('2026-11-21T10:00:00.000Z', 1, 'test', 'test', ?, '')", i);
        handle.execute("insert into own_shop (seller_id, shop_group, shop_id, name, account_id, stated_at)"
            + " values (1, 'alibaba', ?, '', 1, '2026-11-21T10:00:00.000Z')", "s" + i);
      }
      return null;
    });
    assertThat(column(table("own-shops.json"), "shop_id")).hasSize(2500).doesNotHaveDuplicates();
    assertThat(column(table("activity.json"), "subject_id")).hasSizeGreaterThanOrEqualTo(2500);
  }

  private static ExportTable table(String file) {
    return ExportTable.ALL.stream().filter(table -> table.file().equals(file)).findFirst().orElseThrow();
  }

  private List<Object> column(ExportTable table, String column) {
    List<Object> all = new ArrayList<>();
    List<Map<String, Object>> rows;
    int page = 0;
    int after = 0;
    do {
      int number = page++;
      int from = after;
      rows = database.read(handle -> table.rows(handle, 1, number, from));
      rows.forEach(row -> all.add(row.get(column)));
      after = table.last(rows);
    } while (rows.size() == ExportTable.PAGE);
    return all;
  }

  @Test
  void no_two_lists_have_the_same_name() {
    assertThat(ExportTable.ALL).extracting(ExportTable::file).doesNotHaveDuplicates();
  }

  /** All but those that are short for every seller. */
  static List<ExportTable> lists() {
    return ExportTable.ALL.stream().filter(table -> !SHORT.contains(table.file())).toList();
  }

  /** Else each page sorts all rows again, and a large seller's export takes hours. */
  @ParameterizedTest
  @MethodSource("lists")
  void a_page_of_a_list_is_read_in_order_by_index(ExportTable table) {
    String sql = table.sql().replace(":after", "0").replace(":seller", "1");
    List<String> plan = database.read(handle ->
        handle.createQuery("explain query plan " + sql + " limit 200 offset 0")
            .map((rs, ctx) -> rs.getString("detail"))
            .list());
    assertThat(plan).as(table.file()).noneMatch(step -> step.contains("TEMP B-TREE"));
  }
}
