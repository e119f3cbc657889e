package shotdeed.extension.rig;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between the extension and its server, passes everything on, and remembers every request to the last byte. What
 * a server of another day would answer can be put in its place.
 */
public final class ServerWatch implements AutoCloseable {
  private static final List<String> PASSED = List.of("content-type", "etag", "cache-control");

  private final ShotDeedServer server;
  private final HttpServer front;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  /** A request of the extension, with all of its body. */
  public record Request(String method, String path, String type, byte[] body) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** With which status an answer comes that stands in for the server's own; 200 if nothing is said. */
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

  /** What comes back in place of the server's own answer. */
  public interface Answer {
    String to(Request request) throws InterruptedException;
  }

  public ServerWatch(ShotDeedServer server) {
    this.server = server;
    try {
      front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port", e);
    }
    front.createContext("/", this::handle);
    front.setExecutor(threads);
    front.start();
  }

  /** Such as {@code http://127.0.0.1:4711}. */
  public String origin() {
    return "http://127.0.0.1:" + front.getAddress().getPort();
  }

  /** A link of the server's console as one to this address. */
  public String link(String serversOwn) {
    return serversOwn.replace(server.origin(), origin());
  }

  /** Answers requests of a path with JSON from now on; {@code null} passes them on again. */
  public void answer(String path, Answer answer) {
    statuses.remove(path);
    if (answer == null) {
      answers.remove(path);
    } else {
      answers.put(path, answer);
    }
  }

  /** Refuses requests of a path from now on, as the server's errors do. */
  public void refuse(String path, int status, String code, String title) {
    answer(path, request ->
        "{\"type\": \"about:blank\", \"title\": \"%s\", \"status\": %d, \"code\": \"%s\"}".formatted(title, status, code));
    statuses.put(path, status);
  }

  /** Every request so far. */
  public List<Request> requests() {
    return requests;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      URI uri = exchange.getRequestURI();
      Request request = new Request(exchange.getRequestMethod(), uri.toString(), type == null ? "" : type, body);
      requests.add(request);
      Answer answer = answers.get(uri.getPath());
      if (answer != null) {
        int status = statuses.getOrDefault(uri.getPath(), 200);
        send(exchange, status, answered(answer, request).getBytes(java.nio.charset.StandardCharsets.UTF_8), "application/json");
      } else {
        pass(exchange, request);
      }
    }
  }

  private static String answered(Answer answer, Request request) {
    try {
      return answer.to(request);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void pass(HttpExchange exchange, Request request) throws IOException {
    HttpRequest.Builder on = HttpRequest.newBuilder(URI.create(server.origin() + request.path()))
        .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
    for (String name : List.of("Authorization", "Content-Type", "If-None-Match", "Accept")) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        on.header(name, value);
      }
    }
    HttpResponse<byte[]> reply;
    try {
      reply = client.send(on.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    for (String name : PASSED) {
      reply.headers().firstValue(name).ifPresent(value -> exchange.getResponseHeaders().set(name, value));
    }
    send(exchange, reply.statusCode(), reply.body(), null);
  }

  private static void send(HttpExchange exchange, int status, byte[] body, String type) throws IOException {
    if (type != null) {
      exchange.getResponseHeaders().set("Content-Type", type);
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    front.stop(0);
    threads.shutdownNow();
  }
}
