package shotdeed.server.platform;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Sends to an address that a person named. The name is resolved once a call, its addresses are checked, and the
 * connection goes to those; redirects are not followed, no proxy is used, certificates are checked, and no part of it
 * takes longer than it may, also if the other side sends a byte now and then.
 */
public final class OutsideCall implements AutoCloseable {
  private static final int LOOKUPS = 32;

  private final AddressFilter filter;
  private final Duration connect;
  private final Duration whole;

  private OkHttpClient client;

  /** A lookup cannot be interrupted: it has a thread of its own that may be left behind. */
  private final ThreadPoolExecutor lookups =
      new ThreadPoolExecutor(0, LOOKUPS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
        Thread thread = new Thread(work, "names");
        thread.setDaemon(true);
        return thread;
      });

  /**
   * @param connect for the lookup, and for each connection
   * @param whole for all of a call
   */
  public OutsideCall(AddressFilter filter, Duration connect, Duration whole) {
    this.filter = filter;
    this.connect = connect;
    this.whole = whole;
  }

  /** Made when it is first needed, because it reads all certificates of the system's authorities. */
  private synchronized OkHttpClient client() {
    if (client == null) {
      client = new OkHttpClient.Builder()
          .proxy(Proxy.NO_PROXY)
          .followRedirects(false)
          .followSslRedirects(false)
          .retryOnConnectionFailure(false)
          .protocols(List.of(Protocol.HTTP_1_1))
          .connectTimeout(connect)
          // Nothing outlives a call: the next one resolves the name again.
          .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
          .build();
    }
    return client;
  }

  /** Why there was no answer. */
  public enum Fault {
    /** The address is not allowed; see {@link AddressFilter.Fault}. */
    FORBIDDEN,
    /** The name has no address. */
    UNKNOWN_HOST,
    /** Nobody takes the connection. */
    UNREACHABLE,
    /** No answer in time. */
    SLOW,
    /** No protected connection, or the certificate is not the host's or nobody's who is trusted. */
    TLS,
    /** The connection broke, or what came is no answer of HTTP. */
    BROKEN
  }

  /** A call that got no answer. */
  public static final class Failed extends Exception {
    private final Fault fault;

    Failed(Fault fault) {
      super(fault.name(), null, false, false);
      this.fault = fault;
    }

    /** Why. */
    public Fault fault() {
      return fault;
    }
  }

  /**
   * What was answered.
   *
   * @param status of HTTP; a redirect is one like any other
   * @param contentType as it was stated, or {@code null}
   * @param body at most as much as was asked for
   */
  public record Answer(int status, String contentType, byte[] body) {}

  /**
   * Sends.
   *
   * @param contentType such as {@code application/json}
   * @param maxAnswer bytes of the answer that are read; what follows is dropped with the connection
   */
  public Answer post(String url, Map<String, String> headers, String contentType, byte[] body, int maxAnswer)
      throws Failed {
    return call(url, headers, RequestBody.create(body, MediaType.get(contentType)), maxAnswer);
  }

  /** Asks; otherwise as {@link #post}. */
  public Answer get(String url, Map<String, String> headers, int maxAnswer) throws Failed {
    return call(url, headers, null, maxAnswer);
  }

  private Answer call(String url, Map<String, String> headers, RequestBody body, int maxAnswer) throws Failed {
    long start = System.nanoTime();
    AddressFilter.Target target;
    List<InetAddress> addresses;
    try {
      target = filter.check(url);
      addresses = looked(target);
    } catch (AddressFilter.Forbidden e) {
      throw new Failed(e.fault() == AddressFilter.Fault.UNKNOWN ? Fault.UNKNOWN_HOST : Fault.FORBIDDEN);
    }
    Duration left = whole.minusNanos(System.nanoTime() - start);
    if (left.toMillis() <= 0) {
      throw new Failed(Fault.SLOW);
    }
    Request request = new Request.Builder()
        .url(target.url().toString())
        .headers(Headers.of(headers))
        .header("Connection", "close")
        .header("Accept-Encoding", "identity")
        .method(body == null ? "GET" : "POST", body)
        .build();
    if (!sameHost(request.url().host(), target, addresses)) {
      throw new Failed(Fault.FORBIDDEN);
    }
    OkHttpClient pinned = client().newBuilder()
        .dns(host -> addresses)
        .callTimeout(left)
        .readTimeout(left)
        .writeTimeout(left)
        .build();
    return send(pinned.newCall(request), maxAnswer);
  }

  /** Two readers of an address must not read two hosts: the client connects to a number without asking for more. */
  private static boolean sameHost(String read, AddressFilter.Target target, List<InetAddress> addresses) {
    if (!target.host().startsWith("[")) {
      return read.equals(target.host());
    }
    try {
      return read.indexOf(':') >= 0 && InetAddress.getByName(read).equals(addresses.get(0));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private List<InetAddress> looked(AddressFilter.Target target) throws Failed, AddressFilter.Forbidden {
    Future<List<InetAddress>> lookup;
    try {
      lookup = lookups.submit(() -> filter.resolve(target));
    } catch (RejectedExecutionException e) {
      throw new Failed(Fault.UNKNOWN_HOST);
    }
    try {
      return lookup.get(connect.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      lookup.cancel(true);
      throw new Failed(Fault.UNKNOWN_HOST);
    } catch (InterruptedException e) {
      lookup.cancel(true);
      Thread.currentThread().interrupt();
      throw new Failed(Fault.SLOW);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AddressFilter.Forbidden forbidden) {
        throw forbidden;
      }
      throw new IllegalStateException("cannot look up a name", e.getCause());
    }
  }

  private static Answer send(Call call, int maxAnswer) throws Failed {
    try (Response response = call.execute()) {
      byte[] body = maxAnswer == 0 ? new byte[0] : beginning(response, maxAnswer);
      return new Answer(response.code(), response.header("Content-Type"), body);
    } catch (SSLException e) {
      throw new Failed(causedByTime(e) ? Fault.SLOW : Fault.TLS);
    } catch (InterruptedIOException e) { // a time limit, whichever
      throw new Failed(Fault.SLOW);
    } catch (java.net.ConnectException | java.net.NoRouteToHostException e) {
      throw new Failed(causedByTime(e) ? Fault.SLOW : Fault.UNREACHABLE);
    } catch (IOException e) {
      throw new Failed(call.isCanceled() ? Fault.SLOW : Fault.BROKEN);
    }
  }

  private static boolean causedByTime(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedIOException) {
        return true;
      }
    }
    return false;
  }

  private static byte[] beginning(Response response, int max) throws IOException {
    byte[] bytes = new byte[max];
    int length = response.body().byteStream().readNBytes(bytes, 0, max);
    return Arrays.copyOf(bytes, length);
  }

  /** Ends all calls that are under way. */
  @Override
  public synchronized void close() {
    lookups.shutdownNow();
    if (client != null) {
      client.dispatcher().cancelAll();
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }
}
