package shotdeed.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.server.Server;

/** Whose address counts behind a reverse proxy. */
class TrustedProxiesTest {
  @TempDir private Path folder;

  private static String client(String trusted, String peer, String... forwarded) {
    return TrustedProxies.of(trusted).client(peer, Collections.enumeration(List.of(forwarded)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "10.0.0.0/8 | 10.1.2.3 | 198.51.100.7 | 198.51.100.7",
    "10.0.0.0/8 | 10.1.2.3 | 198.51.100.7, 10.9.9.9 | 198.51.100.7",
    "10.0.0.0/8 | 10.1.2.3 | 203.0.113.1, 198.51.100.7 | 198.51.100.7", // the client wrote the first itself
    "127.0.0.1, fd00::/8 | fd00::1 | 2001:db8::7 | 2001:db8:0:0:0:0:0:7",
    "127.0.0.1 | 127.0.0.1 | [2001:db8::7]:4711 | 2001:db8:0:0:0:0:0:7",
    "127.0.0.1 | 127.0.0.1 | 198.51.100.7:4711 | 198.51.100.7",
  })
  void what_a_trusted_proxy_says_is_believed(String trusted, String peer, String forwarded, String client) {
    assertThat(client(trusted, peer, forwarded)).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "10.0.0.0/8 | 192.0.2.9 | 198.51.100.7",
    "10.0.0.0/8 | 10.1.2.3 | evil.example.org",
    "10.0.0.0/8 | 10.1.2.3 | 198.51.100.7, unknown",
    "10.0.0.0/8 | 10.1.2.3 | ''",
    "10.0.0.0/8 | 10.1.2.3 | 1",
    "10.0.0.0/8 | 10.1.2.3 | 999.1.1.1",
  })
  void anything_else_leaves_the_peers_own_address(String trusted, String peer, String forwarded) {
    assertThat(client(trusted, peer, forwarded)).isEqualTo(peer);
  }

  @Test
  void lines_of_the_header_are_one_list_and_without_a_setting_nobody_is_believed() {
    assertThat(client("127.0.0.1", "127.0.0.1", "203.0.113.1", "198.51.100.7")).isEqualTo("198.51.100.7");
    assertThat(client(null, "127.0.0.1", "198.51.100.7")).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example.org", "10.0.0.0/33", "10.0.0", "*", "127.0.0.1,,", "::/200"})
  void what_is_no_address_is_refused_by_name(String text) {
    assertThatThrownBy(() -> TrustedProxies.of(text + " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("trusted-proxy must be addresses or ranges");
  }

  @Test
  void behind_a_proxy_one_who_guesses_locks_out_themselves_only() throws Exception {
    try (Server server = start("127.0.0.1")) {
      assertThat(guess(server, 21, "198.51.100.7")).isEqualTo(429);
      assertThat(guess(server, 1, "198.51.100.8")).isEqualTo(403);
    }
  }

  @Test
  void without_a_trusted_proxy_a_header_of_ones_own_making_gains_no_guess() throws Exception {
    try (Server server = start(null)) {
      for (int i = 1; i <= 20; i++) {
        guess(server, 1, "198.51.100." + i);
      }
      assertThat(guess(server, 1, "198.51.100.99")).isEqualTo(429);
    }
  }

  private Server start(String trusted) throws IOException {
    Settings settings = new Settings(
        folder.resolve(String.valueOf(trusted)),
        "127.0.0.1",
        0,
        null,
        0,
        PeopleSettings.USUAL,
        TrustedProxies.of(trusted),
        PrivateTargets.NONE,
        null);
    return Server.start(settings, InstantSource.system());
  }

  /** Tries wrong pairing codes; returns the status of the last answer. */
  private static int guess(Server server, int times, String client) throws IOException, InterruptedException {
    int status = 0;
    for (int i = 0; i < times; i++) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(server.origin() + "/api/v1/pair"))
          .header("X-Forwarded-For", client)
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"no\",\"device\":\"Edge\"}"))
          .build();
      status = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
    return status;
  }
}
