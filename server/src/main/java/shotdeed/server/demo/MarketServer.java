package shotdeed.server.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import shotdeed.server.platform.Json;

/** The marketplace's own HTTP server, on this computer only. All it serves is made at the start and in memory. */
final class MarketServer implements AutoCloseable {
  private static final int THREADS = 8;

  private final HttpServer http;
  private final ExecutorService threads;
  private final Map<String, File> files = new HashMap<>();
  private final Answers answers;

  private record File(String type, byte[] bytes) {}

  private MarketServer(HttpServer http, Catalogue catalogue, Map<String, Integer> certificates) throws IOException {
    this.http = http;
    this.threads = Executors.newFixedThreadPool(THREADS);
    this.answers = Answers.of(catalogue, origin(), certificates);
    MarketPages pages = new MarketPages(catalogue, answers);
    page("/", pages.home());
    page("/about", pages.about());
    for (Catalogue.Listing listing : catalogue.listings()) {
      page(MarketPages.path(listing), new ListingPage(listing, catalogue.shop(listing.shop()), origin()).html());
    }
    MarketPictures.make(catalogue).files().forEach((path, file) -> files.put(path, new File("image/jpeg", file)));
    files.put("/market.css", new File("text/css; charset=utf-8", Catalogue.resource("market.css")));
    files.put("/market.js", new File("text/javascript; charset=utf-8", Catalogue.resource("market.js")));
    files.put("/demo.json", new File("application/json", Json.writeIndented(answers)));
  }

  private void page(String path, String html) {
    files.put(path, new File("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Starts to listen.
   *
   * @param port 0 takes any free one
   * @param certificates number by photograph
   * @throws IOException if the port is taken
   */
  static MarketServer start(int port, Catalogue catalogue, Map<String, Integer> certificates) throws IOException {
    HttpServer http;
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    } catch (BindException e) {
      throw new IOException(
          "cannot listen on 127.0.0.1:" + port
              + " (another program may be using it); choose another with --market-port", e);
    }
    MarketServer market;
    try {
      market = new MarketServer(http, catalogue, certificates);
    } catch (IOException | RuntimeException e) {
      http.stop(0);
      throw e;
    }
    http.createContext("/", market::answer);
    http.setExecutor(market.threads);
    http.start();
    return market;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      if (!head && !exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      File file = files.get(exchange.getRequestURI().getPath());
      int status = file == null ? 404 : 200;
      if (file == null) {
        file = new File("text/html; charset=utf-8", MarketPages.missing().getBytes(StandardCharsets.UTF_8));
      }
      exchange.getResponseHeaders().set("Content-Type", file.type());
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.getResponseHeaders().set("Cache-Control", "no-cache");
      exchange.sendResponseHeaders(status, head ? -1 : file.bytes().length);
      if (!head) {
        exchange.getResponseBody().write(file.bytes());
      }
    }
  }

  /** Where browsers reach it, without a slash at the end. */
  String origin() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** Which pictures are copies. */
  Answers answers() {
    return answers;
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
