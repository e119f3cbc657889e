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
  private static final int VERSION = 6;

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

  /** Pictures of the last week with their fingerprints, so that none is fetched twice; nothing of it leaves this browser. */
  public static final Database REMEMBERED = new Database("remembered");

  /** The team's watch list as this browser last read it. */
  public static final Database WATCH_LIST = new Database("watch-list");

  /** Visits to what is on the watch list: those that wait to be told, and those of the last half hour. */
  public static final Database VISITS = new Database("visits");

  /** What was looked at on which day, as marks that are counted; nothing of it but the counts leaves this browser. */
  public static final Database LOOKED = new Database("looked");

  /** Complaints whose forms are being filled in: what the server said of the form, and what the person did with it. */
  public static final Database LODGINGS = new Database("lodgings");

  /** Complaints of which the person said that they are submitted, until the server has it. */
  public static final Database SUBMISSIONS = new Database("submissions");

  /** Listings that are to be looked at again, and what was seen there. */
  public static final Database RECHECKS = new Database("rechecks");

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

  /**
   * Waits until these members of an object are replaced, whatever else of it others change meanwhile; nothing happens if there
   * is no such object any more.
   */
  public void change(String id, Json members) {
    Tasks.await(merge(VERSION, store, id, members.raw()));
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

  /** Waits for the ids that begin so, in order. */
  public List<String> ids(String prefix) {
    return Json.object().put("ids", Json.of(Tasks.await(readKeysOf(VERSION, store, prefix)))).strings("ids");
  }

  /** Waits for the objects behind an id, in the order of their ids, at most so many; the empty text is before all. */
  public List<Json> after(String id, int most) {
    return Json.of(Tasks.await(readSome(VERSION, store, id, most))).elements();
  }

  /** Waits: whether there is an object of this id. */
  public boolean has(String id) {
    return Json.of(Tasks.await(hasKey(VERSION, store, id))).flag("has");
  }

  /** Waits for ids by their member {@code at}, the oldest first, at most so many; of {@link #SEEN} and {@link #REMEMBERED} only. */
  public List<String> oldest(String before, int most) {
    return Json.object().put("ids", Json.of(Tasks.await(readOldest(VERSION, store, before, most)))).strings("ids");
  }

  /** Waits for how many objects there are. */
  public int count() {
    return Json.object().put("n", Json.of(Tasks.await(countAll(VERSION, store)))).member("n").integer("count");
  }

  /** Waits until all of these are stored, or none. */
  public void putAll(List<Json> objects) {
    Json all = Json.array();
    for (Json object : objects) {
      all.add(object);
    }
    Tasks.await(writeAll(VERSION, store, all.raw()));
  }

  /** Waits until all of these are gone, or none. */
  public void removeAll(List<String> ids) {
    Json all = Json.array();
    for (String id : ids) {
      all.add(id);
    }
    Tasks.await(deleteAll(VERSION, store, all.raw()));
  }

  /** Waits until no object is left. */
  public void clear() {
    Tasks.await(empty(VERSION, store));
  }

  private static final String OPEN =
      "var open = new Promise(function(done, fail) {"
          + " var r = indexedDB.open('shotdeed', version);"
          + " r.onupgradeneeded = function() {"
          + "   ['snapshot', 'hits', 'complaints', 'not-copies', 'seen', 'watch-list', 'visits', 'looked', 'lodgings',"
          + "     'submissions', 'rechecks', 'remembered'].forEach(function(n) {"
          + "     if (!r.result.objectStoreNames.contains(n)) { r.result.createObjectStore(n, {keyPath: 'id'}); } });"
          + "   ['seen', 'remembered'].forEach(function(n) { var s = r.transaction.objectStore(n);"
          + "     if (!s.indexNames.contains('at')) { s.createIndex('at', 'at'); } }); };"
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
      params = {"version", "store", "id", "members"},
      script =
          OPEN
              + "var mode = 'readwrite'; var step = function(s) { var q = s.get(id); q.onsuccess = function() {"
              + " if (q.result) { s.put(Object.assign(q.result, members)); } }; return {}; };"
              + RUN)
  private static native JSPromise<JSObject> merge(int version, String store, String id, JSObject members);

  @JSBody(
      params = {"version", "store"},
      script = OPEN + "var mode = 'readonly'; var step = function(s) { return s.getAll(); };" + RUN)
  private static native JSPromise<JSObject> readAll(int version, String store);

  @JSBody(
      params = {"version", "store", "prefix"},
      script =
          OPEN
              + "var mode = 'readonly'; var step = function(s) {"
              + " return s.getAllKeys(IDBKeyRange.bound(prefix, prefix + '\\uffff')); };"
              + RUN)
  private static native JSPromise<JSObject> readKeysOf(int version, String store, String prefix);

  @JSBody(
      params = {"version", "store", "id", "most"},
      script =
          OPEN
              + "var mode = 'readonly'; var step = function(s) {"
              + " return s.getAll(IDBKeyRange.lowerBound(id, true), most); };"
              + RUN)
  private static native JSPromise<JSObject> readSome(int version, String store, String id, int most);

  @JSBody(
      params = {"version", "store"},
      script =
          OPEN
              + "var mode = 'readonly'; var step = function(s) { var q = s.count(); return {"
              + " get result() { return {count: q.result}; }}; };"
              + RUN)
  private static native JSPromise<JSObject> countAll(int version, String store);

  @JSBody(
      params = {"version", "store", "id"},
      script =
          OPEN
              + "var mode = 'readonly'; var step = function(s) { var q = s.count(id); return {"
              + " get result() { return {has: q.result > 0}; }}; };"
              + RUN)
  private static native JSPromise<JSObject> hasKey(int version, String store, String id);

  @JSBody(
      params = {"version", "store", "before", "most"},
      script =
          OPEN
              + "var mode = 'readonly'; var step = function(s) {"
              + " return s.index('at').getAllKeys(IDBKeyRange.upperBound(before, true), most); };"
              + RUN)
  private static native JSPromise<JSObject> readOldest(int version, String store, String before, int most);

  @JSBody(
      params = {"version", "store", "values"},
      script =
          OPEN
              + "var mode = 'readwrite'; var step = function(s) { values.forEach(function(v) { s.put(v); });"
              + " return {}; };"
              + RUN)
  private static native JSPromise<JSObject> writeAll(int version, String store, JSObject values);

  @JSBody(
      params = {"version", "store", "ids"},
      script =
          OPEN
              + "var mode = 'readwrite'; var step = function(s) { ids.forEach(function(i) { s.delete(i); });"
              + " return {}; };"
              + RUN)
  private static native JSPromise<JSObject> deleteAll(int version, String store, JSObject ids);

  @JSBody(
      params = {"version", "store"},
      script = OPEN + "var mode = 'readwrite'; var step = function(s) { return s.clear(); };" + RUN)
  private static native JSPromise<JSObject> empty(int version, String store);

  @JSBody(
      params = {"version", "store"},
      script = OPEN + "var mode = 'readonly'; var step = function(s) { return s.getAllKeys(); };" + RUN)
  private static native JSPromise<JSObject> readKeys(int version, String store);
}
