package shotdeed.server.ledger.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The web server of an authority, or of somebody who plays a witness, which answers as a test has it. */
public final class AuthorityServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Behaviour behaviour;

  /** What it does with a question. */
  public interface Behaviour {
    void answer(HttpExchange exchange, byte[] question) throws Exception;
  }

  private AuthorityServer(Behaviour behaviour) throws IOException {
    this.behaviour = behaviour;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
    server.setExecutor(threads);
    server.createContext("/", exchange -> {
      asked.incrementAndGet();
      byte[] question = exchange.getRequestBody().readAllBytes();
      try (exchange) {
        this.behaviour.answer(exchange, question);
      } catch (IOException e) {
        return; // whoever asked is gone
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
    server.start();
  }

  /** On a free port. */
  public static AuthorityServer start(Behaviour behaviour) throws IOException {
    return new AuthorityServer(behaviour);
  }

  /** Answers with bytes that are said to be a time stamp. */
  public interface Answers {
    byte[] to(byte[] question) throws Exception;
  }

  public static Behaviour stamps(Answers answers) {
    return (exchange, question) -> send(exchange, 200, "application/timestamp-reply", answers.to(question));
  }

  static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  void now(Behaviour next) {
    behaviour = next;
  }

  /** How often it was asked. */
  int asked() {
    return asked.get();
  }

  public String target() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  public String url() {
    return "http://" + target() + "/tsr";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
