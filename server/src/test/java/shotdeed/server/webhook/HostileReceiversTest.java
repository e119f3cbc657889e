package shotdeed.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.AddressFilter;

/** Receivers that fail, hang, lead astray or answer too much, each a real server on this computer. */
@Timeout(60)
class HostileReceiversTest {
  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final AddressFilter.Names NOBODY = name -> {
    throw new UnknownHostException(name);
  };

  @TempDir private Path folder;

  /** What became of an event whose receiver behaves so. */
  private String outcome(Receiver.Behaviour behaviour) throws Exception {
    try (Receiver receiver = Receiver.start(behaviour)) {
      return outcome(receiver.url(), NOBODY, receiver.target());
    }
  }

  private String outcome(String url, AddressFilter.Names names, String... listed) throws Exception {
    try (Sellers sellers = new Sellers(folder, LIMIT, names, listed)) {
      Caller willow = sellers.newSeller("Willow");
      sellers.manage.add(willow, url, "");
      sellers.put(willow, "report.ready", "1", "{}");
      sellers.webhooks.deliver();
      return sellers.last(willow);
    }
  }

  @Test
  void one_that_answers_with_success_took_it() throws Exception {
    assertThat(outcome(Receiver.answering(204))).isEqualTo("delivered 1 null 204");
  }

  @Test
  void nobody_there() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertThat(outcome("http://127.0.0.1:" + port + "/", NOBODY, "127.0.0.1:" + port))
        .isEqualTo("waiting 1 unreachable 0");
  }

  @Test
  void a_name_that_nobody_knows() throws Exception {
    assertThat(outcome("https://hooks.example.com/", NOBODY)).isEqualTo("waiting 1 unknown-host 0");
  }

  @Test
  void one_that_hangs() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    assertThat(outcome((out, n) -> end.await())).isEqualTo("waiting 1 slow 0");
    end.countDown();
  }

  @Test
  void one_whose_names_hang() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    assertThat(outcome("https://hooks.example.com/", name -> {
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new UnknownHostException(name);
    })).isEqualTo("waiting 1 unknown-host 0");
    end.countDown();
  }

  @Test
  void one_that_dribbles_headers_is_left_when_the_time_of_the_whole_call_is_up() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    assertThat(outcome((out, n) -> {
      Receiver.write(out, "HTTP/1.1 200 OK\r\nX-Slow: ");
      while (!end.await(100, TimeUnit.MILLISECONDS)) {
        Receiver.write(out, "a");
      }
    })).isEqualTo("waiting 1 slow 0");
    end.countDown();
  }

  @Test
  void one_that_dribbles_its_body_took_it_and_holds_up_nothing() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    assertThat(outcome((out, n) -> {
      Receiver.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
      while (!end.await(100, TimeUnit.MILLISECONDS)) {
        Receiver.write(out, "a");
      }
    })).isEqualTo("delivered 1 null 200");
    end.countDown();
  }

  @Test
  void one_that_answers_without_end_is_not_read() throws Exception {
    assertThat(outcome((out, n) -> {
      Receiver.write(out, "HTTP/1.1 500 x\r\nContent-Length: 100000000000\r\n\r\n");
      while (true) {
        out.write(new byte[65536]); // until nobody takes it
      }
    })).isEqualTo("waiting 1 status 500");
  }

  @Test
  void one_with_headers_without_end() throws Exception {
    assertThat(outcome((out, n) -> {
      Receiver.write(out, "HTTP/1.1 200 OK\r\n");
      while (true) {
        Receiver.write(out, "X-More: " + "a".repeat(1000) + "\r\n");
      }
    })).isEqualTo("waiting 1 broken 0");
  }

  @Test
  void one_that_closes_in_the_middle() throws Exception {
    assertThat(outcome((out, n) -> Receiver.write(out, "HTTP/1.1 200"))).isEqualTo("waiting 1 broken 0");
    assertThat(outcome((out, n) -> out.flush())).isEqualTo("waiting 1 broken 0");
  }

  @Test
  void one_that_speaks_no_http() throws Exception {
    assertThat(outcome((out, n) -> Receiver.write(out, "220 mail.example.org ESMTP\r\n"))).isEqualTo("waiting 1 broken 0");
  }

  @Test
  void one_that_says_it_is_gone_is_not_tried_again() throws Exception {
    assertThat(outcome(Receiver.answering(410))).isEqualTo("given-up 1 gone 410");
  }

  @Test
  void one_that_redirects_inwards_gets_nothing_there() throws Exception {
    try (Receiver inside = Receiver.start(Receiver.answering(200))) {
      for (int status : new int[] {301, 302, 303, 307, 308}) {
        assertThat(outcome((out, n) ->
            Receiver.write(out, "HTTP/1.1 " + status + " x\r\nLocation: " + inside.url() + "\r\nContent-Length: 0\r\n\r\n")))
            .isEqualTo("waiting 1 redirect " + status);
      }
      assertThat(inside.all()).isEmpty();
    }
  }

  @Test
  void one_that_has_a_public_and_a_private_address_gets_nothing() throws Exception {
    try (Receiver inside = Receiver.start(Receiver.answering(200))) {
      AddressFilter.Names both = name ->
          List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName("127.0.0.1"));
      assertThat(outcome("https://hooks.example.com:" + inside.port() + "/", both)).isEqualTo("waiting 1 forbidden 0");
      assertThat(inside.all()).isEmpty();
    }
  }

  @Test
  void one_whose_name_becomes_private_after_it_was_added_gets_nothing() throws Exception {
    try (Receiver inside = Receiver.start(Receiver.answering(200))) {
      assertThat(outcome("https://hooks.example.com:" + inside.port() + "/", name ->
          List.of(InetAddress.getByName("127.0.0.1")))).isEqualTo("waiting 1 forbidden 0");
      assertThat(inside.all()).isEmpty();
    }
  }

  /** A name that answers otherwise the second time: what was checked the first time is what is called. */
  @Test
  void a_name_is_looked_up_once_for_each_try() throws Exception {
    List<String> asked = new ArrayList<>();
    try (Receiver receiver = Receiver.start(Receiver.answering(500, 200))) {
      String target = "hooks.lan:" + receiver.port();
      AddressFilter.Names changing = name -> {
        asked.add(name);
        return List.of(InetAddress.getByName(asked.size() % 2 == 1 ? "127.0.0.1" : "127.0.0.2"));
      };
      try (Sellers sellers = new Sellers(folder, LIMIT, changing, target)) {
        Caller willow = sellers.newSeller("Willow");
        sellers.manage.add(willow, "http://" + target + "/", "");
        sellers.put(willow, "report.ready", "1", "{}");
        sellers.webhooks.deliver();
        assertThat(asked).hasSize(1);
        assertThat(sellers.last(willow)).isEqualTo("waiting 1 status 500");
        sellers.pass(Duration.ofSeconds(10));
        sellers.webhooks.deliver();
        assertThat(asked).hasSize(2);
        assertThat(sellers.last(willow)).as("nobody listens at the other address").isEqualTo("waiting 2 unreachable 0");
      }
      assertThat(receiver.all()).hasSize(1);
      assertThat(receiver.all().get(0).headers()).containsEntry("host", target);
    }
  }

  @Test
  void the_next_address_is_tried_where_the_first_does_not_answer() throws Exception {
    try (Receiver receiver = Receiver.start(Receiver.answering(200))) {
      String target = "hooks.lan:" + receiver.port();
      assertThat(outcome("http://" + target + "/", name ->
          List.of(InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1")), target))
          .isEqualTo("delivered 1 null 200");
    }
  }

  @Test
  void a_certificate_that_nobody_vouches_for() throws Exception {
    Path keys = folder.resolve("keys.p12");
    Process keytool = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC",
            "-alias", "own", "-dname", "CN=127.0.0.1", "-ext", "SAN=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore",
            keys.toString(), "-storepass", "geheim")
        .start();
    assertThat(keytool.waitFor()).isZero();
    HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
    server.start();
    try {
      String target = "127.0.0.1:" + server.getAddress().getPort();
      assertThat(outcome("https://" + target + "/", NOBODY, target)).isEqualTo("waiting 1 tls 0");
    } finally {
      server.stop(0);
    }
  }

  private static SSLContext context(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, "geheim".toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, "geheim".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void one_without_tls_behind_an_address_of_https() throws Exception {
    try (Receiver receiver = Receiver.start(Receiver.answering(200))) {
      assertThat(outcome("https://" + receiver.target() + "/", NOBODY, receiver.target())).isEqualTo("waiting 1 tls 0");
    }
  }

  @Test
  void a_proxy_of_the_surroundings_is_not_used() throws Exception {
    try (Receiver receiver = Receiver.start(Receiver.answering(200));
        Receiver proxy = Receiver.start(Receiver.answering(200))) {
      String target = "hooks.lan:" + receiver.port();
      System.setProperty("http.proxyHost", "127.0.0.1");
      System.setProperty("http.proxyPort", String.valueOf(proxy.port()));
      try {
        assertThat(outcome("http://" + target + "/", name -> List.of(InetAddress.getByName("127.0.0.1")), target))
            .isEqualTo("delivered 1 null 200");
      } finally {
        System.clearProperty("http.proxyHost");
        System.clearProperty("http.proxyPort");
      }
      assertThat(proxy.all()).isEmpty();
    }
  }
}
