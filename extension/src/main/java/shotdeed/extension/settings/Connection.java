package shotdeed.extension.settings;

import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Storage;
import shotdeed.extension.wire.PairingJson;
import shotdeed.wire.Handshake;
import shotdeed.wire.PairRequest;
import shotdeed.wire.PairResponse;
import shotdeed.wire.Problem;

/**
 * The connection to a seller's library on the seller's own server. Its token lives in the extension's storage and is sent to that server only.
 *
 * @param origin of the server, such as {@code https://shotdeed.example}
 * @param library id of the seller's library there: what was found for one library is never sent to another
 * @param token of this browser
 * @param seller name of the seller
 * @param account name of the person
 * @param device name of this browser on the server
 */
public record Connection(String origin, String library, String token, String seller, String account, String device) {
  private static final String KEY = "server";
  private static final int MAX_ANSWER = 4 << 20;
  private static final int NO_CONTENT = 204;
  private static final String NOT_SHOTDEED = "not-shotdeed";

  /** The server answered, but not with what was asked for. */
  public static final class ServerRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;
    private final int complaint;

    ServerRefused(Problem problem, int complaint) {
      super(problem.title());
      this.problem = problem;
      this.complaint = complaint;
    }

    /** The complaint that already is about this; 0 if that is not why. */
    public int complaint() {
      return problem.code().equals("already-complained") ? complaint : 0;
    }

    /** The server's own explanation. */
    public Problem problem() {
      return problem;
    }

    /** Whether the server does not know this browser any more: only pairing again helps. */
    public boolean isRevoked() {
      return problem.status() == 401;
    }

    /** Whether the server has nothing that fingerprints of this extension's version can be compared with. */
    public boolean isAboutKernel() {
      return problem.code().equals("kernel-differs");
    }

    /**
     * Whether the server has looked at what was sent and will never take it. Everything else may pass: a server that is
     * starting or full, a gateway before it, or another program on its port.
     */
    public boolean isFinal() {
      int status = problem.status();
      return status >= 400
          && status < 500
          && status != 401
          && status != 408
          && status != 421
          && status != 429
          && !problem.code().isEmpty()
          && !problem.code().equals(NOT_SHOTDEED);
    }
  }

  /** Waits for the stored connection; {@code null} while this browser is not paired. */
  public static Connection load() {
    Json stored = Storage.get(KEY);
    return stored == null
        ? null
        : new Connection(
            stored.string("origin"),
            stored.string("library"),
            stored.string("token"),
            stored.string("seller"),
            stored.string("account"),
            stored.string("device"));
  }

  /** Whether a changed member of the storage is the connection. */
  public static boolean isStoredAs(String key) {
    return KEY.equals(key);
  }

  /** Forgets the connection; what was found stays. */
  public static void forget() {
    Storage.remove(KEY);
  }

  /** Pairs this browser by a one-time link, stores the connection and returns it. */
  public static Connection pair(String link, String device) throws Http.Unreachable, ServerRefused {
    String origin = Address.origin(link);
    Json body = PairingJson.write(new PairRequest(Address.fragment(link), device));
    Json answer;
    try {
      answer = json(Http.post(origin + "/api/v1/pair", "", body));
    } catch (Http.TooLarge e) {
      throw new Http.Unreachable(e.getMessage());
    }
    PairResponse paired = pairResponse(answer);
    Connection connection =
        new Connection(
            origin, paired.library(), paired.token(), paired.seller(), paired.account(), paired.device());
    Storage.set(
        KEY,
        Json.object()
            .put("origin", origin)
            .put("library", connection.library)
            .put("token", connection.token)
            .put("seller", connection.seller)
            .put("account", connection.account)
            .put("device", connection.device));
    return connection;
  }

  private static PairResponse pairResponse(Json answer) throws ServerRefused {
    try {
      return PairingJson.pairResponse(answer);
    } catch (Json.WrongShape e) {
      throw notUnderstood(200);
    }
  }

  /** What belongs to this library carries this name. */
  public String home() {
    return library;
  }

  /** Whether a text is a pairing link: a web address with {@code /pair} and a code behind {@code #}. */
  public static boolean isPairingLink(String link) {
    return !Address.origin(link).isEmpty()
        && Address.path(link).endsWith("/pair")
        && !Address.fragment(link).isEmpty();
  }

  /** Asks who the server is and what it speaks. */
  public Handshake handshake() throws Http.Unreachable, ServerRefused {
    try {
      return PairingJson.handshake(getJson("/api/v1/handshake"));
    } catch (Json.WrongShape e) {
      throw notUnderstood(200);
    }
  }

  /** GETs a JSON object. */
  public Json getJson(String path) throws Http.Unreachable, ServerRefused {
    return json(get(path, "", MAX_ANSWER));
  }

  /** GETs bytes; a status other than 200 and 304 is a refusal. */
  public Http.Answer get(String path, String etag, int maxBytes) throws Http.Unreachable, ServerRefused {
    try {
      Http.Answer answer = Http.get(origin + path, token, etag, maxBytes);
      if (answer.status() != 200 && answer.status() != 304) {
        throw refused(answer);
      }
      return answer;
    } catch (Http.TooLarge e) {
      throw new Http.Unreachable(e.getMessage());
    }
  }

  /** POSTs a body of several parts and reads the JSON answer. */
  public Json post(String path, Http.Form form) throws Http.Unreachable, ServerRefused {
    try {
      return json(Http.post(origin + path, token, form));
    } catch (Http.TooLarge e) {
      throw new Http.Unreachable(e.getMessage());
    }
  }

  /** POSTs bytes and reads the JSON answer. */
  public Json post(String path, byte[] body, String type) throws Http.Unreachable, ServerRefused {
    try {
      return json(Http.post(origin + path, token, body, type));
    } catch (Http.TooLarge e) {
      throw new Http.Unreachable(e.getMessage());
    }
  }

  /** Sends a JSON body and reads the JSON answer; an answer without a body is an empty object. */
  public Json send(String method, String path, Json body) throws Http.Unreachable, ServerRefused {
    try {
      return json(Http.send(method, origin + path, token, body));
    } catch (Http.TooLarge e) {
      throw new Http.Unreachable(e.getMessage());
    }
  }

  /** Sends a request without a body and reads the JSON answer. */
  public Json send(String method, String path) throws Http.Unreachable, ServerRefused {
    try {
      return json(Http.send(method, origin + path, token));
    } catch (Http.TooLarge e) {
      throw new Http.Unreachable(e.getMessage());
    }
  }

  private static Json json(Http.Answer answer) throws ServerRefused {
    if (answer.status() < 200 || answer.status() > 299) {
      throw refused(answer);
    }
    if (answer.status() == NO_CONTENT) {
      return Json.object();
    }
    try {
      return Json.parse(answer.text());
    } catch (Json.WrongShape notJson) {
      throw notUnderstood(answer.status());
    }
  }

  /** An answer that no ShotDeed server gives. */
  public static ServerRefused notUnderstood(int status) {
    return new ServerRefused(new Problem("about:blank", "HTTP " + status, status, "", NOT_SHOTDEED), 0);
  }

  /** What is not even a problem+json comes from something that is no ShotDeed server, or from one that is starting. */
  private static ServerRefused refused(Http.Answer answer) {
    try {
      Json problem = Json.parse(answer.text());
      return new ServerRefused(PairingJson.problem(problem), problem.integerOr("complaint", 0));
    } catch (Json.WrongShape e) {
      return notUnderstood(answer.status());
    }
  }
}
