package shotdeed.extension.browser;

import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/**
 * What must outlive the worker and is too large or too binary for {@link Storage}: objects with a member {@code id}, in
 * IndexedDB. A write has reached the disk's queue when the call returns.
 */
public final class Database {
  private static final int VERSION = 3;

  private final String store;

  private Database(String store) {
    this.store = store;
  }

  /** The snapshot of the monitor library. */
  public static final Database SNAPSHOT = new Database("snapshot");

  /** Copies that were found, with their pictures. */
  public static final Database HITS = new Database("hits");

  /** Pairs of a picture and a certificate of which the user said that they are not the same. */
  public static final Database NOT_COPIES = new Database("not-copies");

  /** Fingerprints of pictures that were seen on pages; nothing of it leaves this browser. */
  public static final Database SEEN = new Database("seen");

  /** Complaints that were prepared here. */
  public static final Database COMPLAINTS = new Database("complaints");

  /** Waits for an object, or {@code null}. */
  public Json get(String id) {
    return Json.ofNullable(Tasks.await(read(VERSION, store, id)));
  }

  /** Waits until an object is stored under its member {@code id}. */
  public void put(Json object) {
    Tasks.await(write(VERSION, store, object.raw()));
  }

  /** Waits until an object is gone. */
  public void remove(String id) {
    Tasks.await(delete(VERSION, store, id));
  }

  /** Waits for the ids of all objects, in order; the objects may be large, so they are read one by one. */
  public List<String> ids() {
    return Json.object().put("ids", Json.of(Tasks.await(readKeys(VERSION, store)))).strings("ids");
  }

  /** Waits for all objects, in the order of their ids; of a store whose objects are small and few. */
  public List<Json> all() {
    return Json.of(Tasks.await(readAll(VERSION, store))).elements();
  }

  /** Waits until no object is left. */
  public void clear() {
    Tasks.await(empty(VERSION, store));
  }

  private static final String OPEN =
      "var open = new Promise(function(done, fail) {"
          + " var r = indexedDB.open('shotdeed', version);"
          + " r.onupgradeneeded = function() {"
          + "   ['snapshot', 'hits', 'complaints', 'not-copies', 'seen'].forEach(function(n) {"
          + "     if (!r.result.objectStoreNames.contains(n)) { r.result.createObjectStore(n, {keyPath: 'id'}); } }); };"
          + " r.onsuccess = function() { done(r.result); };"
          + " r.onerror = function() { fail(r.error); }; });";

  private static final String RUN =
      "return open.then(function(db) { return new Promise(function(done, fail) {"
          + " var t = db.transaction(store, mode); var q = step(t.objectStore(store));"
          + " t.oncomplete = function() { db.close(); done(q.result === undefined ? null : q.result); };"
          + " t.onabort = t.onerror = function() { db.close(); fail(t.error || q.error); }; }); });";

  @JSBody(
      params = {"version", "store", "id"},
      script = OPEN + "var mode = 'readonly'; var step = function(s) { return s.get(id); };" + RUN)
  private static native JSPromise<JSObject> read(int version, String store, String id);

  @JSBody(
      params = {"version", "store", "value"},
      script = OPEN + "var mode = 'readwrite'; var step = function(s) { return s.put(value); };" + RUN)
  private static native JSPromise<JSObject> write(int version, String store, JSObject value);

  @JSBody(
      params = {"version", "store", "id"},
      script = OPEN + "var mode = 'readwrite'; var step = function(s) { return s.delete(id); };" + RUN)
  private static native JSPromise<JSObject> delete(int version, String store, String id);

  @JSBody(
      params = {"version", "store"},
      script = OPEN + "var mode = 'readonly'; var step = function(s) { return s.getAll(); };" + RUN)
  private static native JSPromise<JSObject> readAll(int version, String store);

  @JSBody(
      params = {"version", "store"},
      script = OPEN + "var mode = 'readwrite'; var step = function(s) { return s.clear(); };" + RUN)
  private static native JSPromise<JSObject> empty(int version, String store);

  @JSBody(
      params = {"version", "store"},
      script = OPEN + "var mode = 'readonly'; var step = function(s) { return s.getAllKeys(); };" + RUN)
  private static native JSPromise<JSObject> readKeys(int version, String store);
}
