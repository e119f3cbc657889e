package shotdeed.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.platform.Database;

/**
 * Does once, beside everything else, what the first visitors would wait for: the classes of a request, the templates and
 * words of a page, and what the first pages read of the largest library. Changes nothing; whatever fails is left to them.
 */
final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final List<String> LANGUAGES = List.of("zh-CN", "en");

  private WarmUp() {}

  /** @param host that the server listens on */
  static void start(Server server, String host, int port) {
    Thread thread = new Thread(() -> run(server, host, port), "warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private static void run(Server server, String host, int port) {
    try {
      for (String language : LANGUAGES) {
        get(host, port, "/sign-in", language);
      }
      read(server.features());
    } catch (IOException | RuntimeException e) {
      LOG.debug("not warmed up; the first pages take a little longer", e);
    }
  }

  private static void get(String host, int port, String path, String language) throws IOException {
    InetAddress bound = InetAddress.getByName(host);
    InetAddress address = bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
    try (Socket socket = new Socket(address, port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept-Language: " + language
          + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static void read(Features features) {
    Database database = features.database();
    int seller = database.read(handle ->
        handle.createQuery("select seller_id from certificate group by seller_id order by count(*) desc limit 1")
            .mapTo(int.class)
            .findOne()
            .orElse(0));
    Caller nobody = new Caller(0, "", seller, "", "", EnumSet.of(Role.OWNER), null, null, null);
    features.listCertificates().counts(nobody);
    features.listCertificates().own(nobody, null, 1);
    features.monitoring().list().list(nobody, null, 1);
    features.cases().complaints().list().count(nobody, null);
    features.refingerprint().progress(seller);
    features.refingerprint().featureProgress(seller);
    features.refingerprint().missing(seller);
  }
}
