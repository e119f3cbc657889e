package shotdeed.extension.rig;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web site made of literals, on a loopback port; remembers what was asked of it. */
public final class Site implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Handler> pages = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** Answers one request. */
  public interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  public Site() {
    this(0);
  }

  /** A site on a port of one's choice. */
  public Site(int port) {
    this(listening(port));
  }

  /** A site that is spoken to by HTTPS, under a certificate of its own that a browser has to be told to take. */
  public static Site secure() {
    return new Site(SecureSite.listening());
  }

  private static HttpServer listening(int port) {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port", e);
    }
  }

  private Site(HttpServer listening) {
    server = listening;
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          Handler handler = pages.get(exchange.getRequestURI().getPath());
          try (exchange) {
            if (handler == null) {
              exchange.sendResponseHeaders(404, -1);
            } else {
              handler.handle(exchange);
            }
          }
        });
    server.setExecutor(threads);
    server.start();
  }

  /** Serves an HTML page. */
  public Site page(String path, String html) {
    return bytes(path, "text/html; charset=utf-8", ("<!doctype html>" + html).getBytes(StandardCharsets.UTF_8));
  }

  /** Serves bytes. */
  public Site bytes(String path, String type, byte[] bytes) {
    return on(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
        });
  }

  /** Serves what a handler answers. */
  public Site on(String path, Handler handler) {
    pages.put(path, handler);
    return this;
  }

  /** Such as {@code http://127.0.0.1:4711}. */
  public String origin() {
    return "http://127.0.0.1:" + port();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Method and address of every request so far. */
  public List<String> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
