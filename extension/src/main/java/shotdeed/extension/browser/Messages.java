package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/** Messages between the parts of the extension. Web pages cannot send any: nothing is externally connectable. */
public final class Messages {
  private Messages() {}

  /**
   * Who sent a message.
   *
   * @param tab the tab of a content script, or -1
   * @param frame 0 for the page itself, else a frame in it
   * @param url of the page or extension page
   * @param extensionPage whether it is one of our own pages, which may ask for more than a content script
   */
  public record Sender(int tab, int frame, String url, boolean extensionPage) {}

  /** Answers one message; call it once, or never. */
  public interface Reply {
    void send(Json answer);
  }

  /** Receives messages. */
  public interface Receiver {
    void receive(Json message, Sender sender, Reply reply);
  }

  /** A lasting connection with one page. */
  public interface Port {
    void send(Json message);
  }

  /** Receives what happens on a port. */
  public interface PortReceiver {
    void receive(Json message);

    void closed();
  }

  /** Accepts the connections of content scripts. */
  public interface PortAcceptor {
    PortReceiver accept(Port port, Sender sender);
  }

  /** Waits for the answer to a message; {@code null} if nobody answers. */
  public static Json ask(Json message) {
    try {
      return Json.ofNullable(Tasks.await(sendRaw(message.raw())));
    } catch (Tasks.Refused nobodyListens) {
      return null;
    }
  }

  /** Sends a message that needs no answer; it may be that nobody listens. */
  public static void tell(Json message) {
    sendQuietly(message.raw());
  }

  /** Receives messages of every part of the extension. Answers may come later. */
  public static void onMessage(Receiver receiver) {
    listen(
        (message, tab, url, own, reply) -> {
          Json json = Json.ofNullable(message);
          if (json != null) {
            receiver.receive(json, new Sender(tab, 0, url, own), answer -> reply.send(answer.raw()));
          }
        });
  }

  /** Accepts ports. */
  public static void onConnect(PortAcceptor acceptor) {
    listenPorts(
        (port, tab, frame, url) -> {
          PortReceiver receiver = acceptor.accept(m -> post(port, m.raw()), new Sender(tab, frame, url, false));
          attach(
              port,
              message -> {
                Json json = Json.ofNullable(message);
                if (json != null) {
                  receiver.receive(json);
                }
              },
              receiver::closed);
        });
  }

  /** Opens a port to the background. */
  public static Port connect(PortReceiver receiver) {
    JSObject port = open();
    attach(
        port,
        message -> {
          Json json = Json.ofNullable(message);
          if (json != null) {
            receiver.receive(json);
          }
        },
        receiver::closed);
    return m -> post(port, m.raw());
  }

  /** Asks the content script of a tab, if there is one, to send its pictures once more. */
  @JSBody(params = "tab", script = "chrome.tabs.sendMessage(tab, {type: 'wake'}).catch(function() {});")
  public static native void wake(int tab);

  /**
   * Waits for the answer of the content script of a tab; {@code null} if there is none, or none within so many
   * milliseconds.
   */
  public static Json askTab(int tab, Json message, int millis) {
    try {
      return Json.ofNullable(Tasks.await(sendToTab(tab, message.raw(), millis)));
    } catch (Tasks.Refused noContentScript) {
      return null;
    }
  }

  /** In a content script: receives what our own pages ask of it; the answer may come later. */
  public interface Asked {
    void receive(Json message, Reply reply);
  }

  /** In a content script: receives what {@link #askTab} asks, of messages of this type. */
  public static void onAsked(String type, Asked asked) {
    listenAsked(type, (message, reply) -> asked.receive(Json.of(message), answer -> reply.send(answer.raw())));
  }

  /** In a content script: calls back when the background asks for the pictures once more. */
  public static void onWake(Runnable callback) {
    listenWake(callback::run);
  }

  @JSBody(
      params = "f",
      script =
          "chrome.runtime.onMessage.addListener(function(m, s) {"
              + " if (s.id === chrome.runtime.id && m && m.type === 'wake') { f(); } });")
  private static native void listenWake(RawClosed f);

  @JSBody(
      params = {"type", "f"},
      script =
          "chrome.runtime.onMessage.addListener(function(m, s, reply) {"
              + " if (s.id !== chrome.runtime.id || !m || m.type !== type) { return false; }"
              + " f(m, reply); return true; });")
  private static native void listenAsked(String type, RawAsked f);

  @JSBody(
      params = {"tab", "m", "millis"},
      script =
          "return Promise.race([chrome.tabs.sendMessage(tab, m), new Promise(function(done) {"
              + " setTimeout(function() { done(null); }, millis); })]);")
  private static native JSPromise<JSObject> sendToTab(int tab, JSObject m, int millis);

  @JSFunctor
  interface RawAsked extends JSObject {
    void receive(JSObject message, RawReply reply);
  }

  @JSFunctor
  interface RawReply extends JSObject {
    void send(JSObject answer);
  }

  @JSFunctor
  interface RawReceiver extends JSObject {
    void receive(JSObject message, int tab, String url, boolean own, RawReply reply);
  }

  @JSFunctor
  interface RawPortReceiver extends JSObject {
    void receive(JSObject message);
  }

  @JSFunctor
  interface RawClosed extends JSObject {
    void closed();
  }

  @JSFunctor
  interface RawAcceptor extends JSObject {
    void accept(JSObject port, int tab, int frame, String url);
  }

  @JSBody(
      params = "f",
      script =
          "chrome.runtime.onMessage.addListener(function(m, s, reply) {"
              + " if (s.id !== chrome.runtime.id) { return false; }"
              + " var url = s.url || ''; var own = url.indexOf(chrome.runtime.getURL('')) === 0;"
              + " f(m, s.tab && !own ? s.tab.id : -1, url, own, reply); return true; });")
  private static native void listen(RawReceiver f);

  @JSBody(
      params = "f",
      script =
          "chrome.runtime.onConnect.addListener(function(p) {"
              + " var s = p.sender; if (!s || s.id !== chrome.runtime.id) { p.disconnect(); return; }"
              + " f(p, s.tab ? s.tab.id : -1, s.frameId || 0, s.url || ''); });")
  private static native void listenPorts(RawAcceptor f);

  @JSBody(
      params = {"p", "f", "c"},
      script =
          "p.onMessage.addListener(function(m) { f(m); });"
              + " p.onDisconnect.addListener(function() { void chrome.runtime.lastError; c(); });")
  private static native void attach(JSObject p, RawPortReceiver f, RawClosed c);

  @JSBody(params = {"p", "m"}, script = "try { p.postMessage(m); } catch (e) { void e; }")
  private static native void post(JSObject p, JSObject m);

  @JSBody(script = "return chrome.runtime.connect({name: 'page'});")
  private static native JSObject open();

  @JSBody(params = "m", script = "return chrome.runtime.sendMessage(m);")
  private static native JSPromise<JSObject> sendRaw(JSObject m);

  @JSBody(params = "m", script = "chrome.runtime.sendMessage(m).catch(function() {});")
  private static native void sendQuietly(JSObject m);
}
