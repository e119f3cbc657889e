package shotdeed.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import shotdeed.server.TestServer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.PeopleSettings;

/** The receiver is away, the program (whose clock is the real one) is killed, and another comes when it is back. */
class KilledProgramTest {
  /** One that was under way at the end, or is sent again while it is, may come twice, but only under its own name. */
  @Test
  @Timeout(120)
  void a_killed_program_loses_no_event() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String target = "127.0.0.1:" + port;
    try (TestServer server = TestServer.calling(PeopleSettings.USUAL, target)) {
      Caller admin = TestAccounts.caller(server.server().features(), 1);
      server.server().features().deliveries().manage().add(admin, "http://" + target + "/", "");
      for (String key : new String[] {"one", "two"}) {
        server.server().features().database().write(handle -> {
          server.server().features().deliveries().webhooks()
              .put(handle, admin.seller(), "report.ready", key, key.getBytes(StandardCharsets.UTF_8));
          return null;
        });
      }
      server.stop();
      Process process = serve(server.data(), target);
      try (Database database = Database.openAsIs(server.data().resolve("shotdeed.db"))) {
        while (database.read(handle ->
            handle.createQuery("select min(tries) from webhook_delivery").mapTo(int.class).one()) == 0) {
          assertThat(process.isAlive()).isTrue();
          TimeUnit.MILLISECONDS.sleep(50);
        }
      } finally {
        process.destroyForcibly();
        process.waitFor();
      }
      try (Receiver receiver = Receiver.start(port, Receiver.answering(200))) {
        server.startAgain();
        for (Delivery delivery : server.server().features().deliveries().read().deliveries(admin)) {
          server.server().features().deliveries().manage().again(admin, delivery.id());
        }
        Map<String, String> came = new HashMap<>();
        while (came.size() < 2) {
          Receiver.Received next = receiver.next();
          came.put(next.headers().get("webhook-id"), next.text());
        }
        assertThat(came.values()).containsExactlyInAnyOrder("one", "two");
        server.server().features().deliveries().webhooks().deliver();
        assertThat(server.server().features().deliveries().read().deliveries(admin))
            .extracting(Delivery::state)
            .containsExactly("delivered", "delivered");
        assertThat(receiver.all())
            .allSatisfy(again -> assertThat(came).containsEntry(again.headers().get("webhook-id"), again.text()));
      }
    }
  }

  private static Process serve(Path data, String target) throws Exception {
    Files.writeString(data.resolve("shotdeed.properties"), "webhook-private=" + target + "\n");
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "shotdeed.server.Shotdeed",
            "serve",
            "--data",
            data.toString(),
            "--port",
            "0")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
