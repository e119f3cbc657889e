package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/**
 * Names the page that shows a picture to a picture server that answers nobody else: what the page's own requests do. A request
 * of the extension's carries no {@code Referer} otherwise. One request at a time; nothing of it stays.
 */
public final class Referer {
  private static final Turn ONE = new Turn();

  private Referer() {}

  /** A request. */
  public interface Request {
    Http.Answer send() throws Http.Unreachable, Http.TooLarge;
  }

  /**
   * Waits for the answer to a request that names a page; {@code null} if this browser cannot.
   *
   * @param server origin of the picture's server
   * @param page origin of the page: no more of its address is told
   */
  public static Http.Answer naming(String page, String server, Request request) throws Http.Unreachable, Http.TooLarge {
    if (page.isEmpty() || server.isEmpty() || !isPossible()) {
      return null;
    }
    ONE.take();
    try {
      Tasks.await(set(server + "/", page + "/"));
      try {
        return request.send();
      } finally {
        Tasks.await(clearRule());
      }
    } catch (Tasks.Refused e) {
      return null;
    } finally {
      ONE.give();
    }
  }

  /** A worker that died in the middle of a request left its rule behind. Waits. */
  public static void clear() {
    if (isPossible()) {
      Tasks.await(clearRule());
    }
  }

  @JSBody(script = "return !!(chrome.declarativeNetRequest && chrome.declarativeNetRequest.updateSessionRules);")
  private static native boolean isPossible();

  @JSBody(
      params = {"server", "page"},
      script =
          "return chrome.declarativeNetRequest.updateSessionRules({removeRuleIds: [1], addRules: [{id: 1, priority: 1,"
              + " action: {type: 'modifyHeaders', requestHeaders: [{header: 'referer', operation: 'set', value: page}]},"
              + " condition: {urlFilter: '|' + server, initiatorDomains: [location.hostname], resourceTypes: ['xmlhttprequest']}}]});")
  private static native JSPromise<JSObject> set(String server, String page);

  @JSBody(script = "return chrome.declarativeNetRequest.updateSessionRules({removeRuleIds: [1]});")
  private static native JSPromise<JSObject> clearRule();
}
