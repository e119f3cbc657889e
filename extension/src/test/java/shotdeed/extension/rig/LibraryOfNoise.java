package shotdeed.extension.rig;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Region;
import shotdeed.wire.Snapshot;
import shotdeed.wire.SnapshotCodec;

/** What a browser needs of a server, with a monitor library of any size that no picture is near to. */
public final class LibraryOfNoise {
  private static final String ETAG = "\"noise\"";
  private static final int RADIUS = 47;

  private LibraryOfNoise() {}

  /** A server of a snapshot of so many certificates and fingerprints of each: the wire's own codec writes it. */
  public static Site server(int certificates, int fingerprints) {
    byte[] snapshot = SnapshotCodec.encode(new Snapshot(Kernel.VERSION, 0, noise(certificates, fingerprints)));
    byte[] paired =
        "{\"token\":\"t\",\"seller\":\"s\",\"account\":\"a\",\"device\":\"d\",\"library\":\"l\"}"
            .getBytes(StandardCharsets.UTF_8);
    byte[] handshake =
        ("{\"server\":\"0\",\"api\":1,\"kernel\":" + Kernel.VERSION
                + ",\"missing\":0,\"seller\":\"s\",\"account\":\"a\",\"device\":\"d\",\"library\":\"l\"}")
            .getBytes(StandardCharsets.UTF_8);
    return new Site()
        .bytes("/api/v1/pair", "application/json", paired)
        .bytes("/api/v1/handshake", "application/json", handshake)
        .on(
            "/api/v1/snapshot",
            exchange -> {
              exchange.getResponseHeaders().set("ETag", ETAG);
              if (ETAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
              }
              exchange.getResponseHeaders().set("Content-Type", SnapshotCodec.MEDIA_TYPE);
              exchange.sendResponseHeaders(200, snapshot.length);
              exchange.getResponseBody().write(snapshot);
            });
  }

  private static List<Snapshot.Certificate> noise(int count, int fingerprints) {
    Random random = new Random(7);
    List<Snapshot.Certificate> certificates = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      List<Fingerprint> own = new ArrayList<>();
      for (int k = 0; k < fingerprints; k++) {
        byte[] hash = new byte[Hash256.BYTES];
        random.nextBytes(hash);
        own.add(new Fingerprint(Hash256.ofBytes(hash, 0), 100, Region.WHOLE, RADIUS));
      }
      certificates.add(new Snapshot.Certificate(i, own));
    }
    return certificates;
  }

  /** Pairs a browser with such a server, watches a site, and waits until the library is there. */
  public static void pair(Chromium browser, Site server, int certificates, String site) {
    try (Page options = browser.extensionPage("options.html")) {
      options.fill("#pairingLink", server.origin() + "/pair#code");
      options.click("#server button.primary");
      options.click("#server button.primary");
      options.waitForSelector("#server .facts");
      options.fill("#siteAddress", site);
      options.click("#sites .add button");
      options.waitForSelector("#sites .notice.good");
      Chromium.eventually(
          options,
          "async count => (await chrome.runtime.sendMessage({type: 'status', tab: -1})).certificates === count",
          certificates);
    }
  }
}
