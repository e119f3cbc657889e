package shotdeed.server.console;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import shotdeed.server.TestServer;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;

/** A server with certificates in the store, for what people do to the monitor library. */
abstract class MonitorLibraryFixture {
  TestServer server;
  Person person;

  @BeforeEach
  void start() {
    server = TestServer.start();
    person = Person.admin(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  final void sql(String sql) {
    server.server().features().database().write(handle -> handle.execute(sql));
  }

  final String value(String sql) {
    return server.server().features().database().read(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  /** Certificates of the first seller's in the store, as if certified on the first of November. */
  final void has(int id, String title, String state) {
    has(1, id, title, state);
  }

  final void has(int seller, int id, String title, String state) {
    sql("insert into certificate (id, seller_id, account_id, title, state, grade, basis, sha256, bytes, media_type, width,"
        + " height, created_at) values (" + id + ", " + seller + ", (select min(id) from account where seller_id = " + seller
        + "), '" + title + "', '" + state + "', 'certified-before-publication', 'own', 'sha-" + id
        + "', 1000, 'image/jpeg', 2000, 2000, '2026-11-01T08:00:00.000Z')");
  }

  final String state(int id) {
    return value("select state from certificate where id = " + id);
  }

  /** Titles on a page of the library, in its order. */
  final List<String> titles(String query) {
    List<String> titles = new ArrayList<>();
    Matcher title = Pattern.compile("<span class=\"name\" dir=\"auto\">([^<]*)</span>").matcher(person.page("/monitor" + query));
    while (title.find()) {
      titles.add(title.group(1));
    }
    return titles;
  }

  final Person stranger() {
    return Person.signedIn(
        server, TestAccounts.session(server.server().features(), "Rowan", EnumSet.of(Role.OWNER), server.now()))
        .speaking("en");
  }

  final void settle() {
    try {
      server.server().features().monitoring().library().bulk().settle();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Session of a second person of the first seller's team. */
  final String mate() {
    String session = TestAccounts.session(server.server().features(), "Elsewhere", EnumSet.of(Role.MEMBER), server.now());
    sql("update account set seller_id = 1 where id = (select max(id) from account)");
    return session;
  }
}
