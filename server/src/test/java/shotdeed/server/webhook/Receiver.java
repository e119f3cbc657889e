package shotdeed.server.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real server on this computer that takes what is sent to it, and answers as a test has it. */
public final class Receiver implements AutoCloseable {
  private final ServerSocket server;
  private final Behaviour behaviour;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<Received> all = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Received> next = new LinkedBlockingQueue<>();

  /** What it does with the n-th request, from 1. */
  public interface Behaviour {
    void answer(OutputStream out, int n) throws Exception;
  }

  /**
   * One request.
   *
   * @param headers by name in lower case
   */
  public record Received(String line, Map<String, String> headers, byte[] body) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private Receiver(ServerSocket server, Behaviour behaviour) {
    this.server = server;
    this.behaviour = behaviour;
    run(this::listen);
  }

  /** On a free port. */
  public static Receiver start(Behaviour behaviour) throws IOException {
    return start(0, behaviour);
  }

  public static Receiver start(int port, Behaviour behaviour) throws IOException {
    return new Receiver(new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1")), behaviour);
  }

  /** Answers each request with a status and nothing else. */
  public static Behaviour answering(int... statuses) {
    return (out, n) ->
        write(out, "HTTP/1.1 " + statuses[Math.min(n, statuses.length) - 1] + " x\r\nContent-Length: 0\r\n\r\n");
  }

  public static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  public int port() {
    return server.getLocalPort();
  }

  public String target() {
    return "127.0.0.1:" + port();
  }

  public String url() {
    return "http://" + target() + "/hook";
  }

  /** All requests so far. */
  public List<Received> all() {
    return all;
  }

  /** The next one, waited for. */
  public Received next() throws InterruptedException {
    Received received = next.poll(20, TimeUnit.SECONDS);
    if (received == null) {
      throw new AssertionError("nothing was received");
    }
    return received;
  }

  private static void run(Runnable work) {
    Thread thread = new Thread(work, "receiver");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    try {
      while (true) {
        Socket socket = server.accept();
        open.add(socket);
        run(() -> serve(socket));
      }
    } catch (IOException e) {
      return; // closed
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Received received = read(socket.getInputStream());
      if (received == null) {
        return;
      }
      int n;
      synchronized (all) {
        all.add(received);
        n = all.size();
      }
      next.add(received);
      behaviour.answer(socket.getOutputStream(), n);
    } catch (Exception e) {
      return; // whoever called is gone
    }
  }

  private static Received read(InputStream in) throws IOException {
    String line = line(in);
    if (line.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).trim());
    }
    return new Received(line, headers, in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
