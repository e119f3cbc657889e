package shotdeed.extension.browser;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int32Array;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.typedarrays.Uint16Array;

/**
 * A JavaScript object or array: what the browser's own JSON parser gives, what runs between the parts of the extension
 * and what IndexedDB keeps. Reading is strict: a missing or differently typed member is a {@link WrongShape}.
 */
public final class Json {
  private final JSObject raw;

  private Json(JSObject raw) {
    this.raw = raw;
  }

  /** A message does not have the form it should have. */
  public static final class WrongShape extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongShape(String message) {
      super(message);
    }
  }

  static Json of(JSObject raw) {
    return new Json(raw);
  }

  static Json ofNullable(JSObject raw) {
    return isObject(raw) ? new Json(raw) : null;
  }

  JSObject raw() {
    return raw;
  }

  /** An empty object. */
  public static Json object() {
    return new Json(newObject());
  }

  /** An empty array. */
  public static Json array() {
    return new Json(newArray());
  }

  /** Parses a text; {@link WrongShape} if it is no JSON object or array. */
  public static Json parse(String text) {
    JSObject parsed = tryParse(text);
    if (!isObject(parsed)) {
      throw new WrongShape("this is no JSON object");
    }
    return new Json(parsed);
  }

  /** Parses a text; an empty object if it is no JSON object or array. */
  public static Json parsed(String text) {
    JSObject parsed = tryParse(text);
    return new Json(isObject(parsed) ? parsed : newObject());
  }

  /** The text of this object. */
  public String text() {
    return stringify(raw);
  }

  public Json put(String key, String value) {
    if (value == null) {
      setNull(raw, key);
    } else {
      setString(raw, key, value);
    }
    return this;
  }

  public Json put(String key, int value) {
    setNumber(raw, key, value);
    return this;
  }

  public Json put(String key, double value) {
    setNumber(raw, key, value);
    return this;
  }

  public Json put(String key, boolean value) {
    setFlag(raw, key, value);
    return this;
  }

  public Json put(String key, Json value) {
    if (value == null) {
      setNull(raw, key);
    } else {
      setObject(raw, key, value.raw);
    }
    return this;
  }

  /** Keeps bytes beside the other members; only for IndexedDB and messages, not for {@link #text()}. */
  public Json putBytes(String key, byte[] value) {
    setBytes(raw, key, Int8Array.fromJavaArray(value));
    return this;
  }

  /** The members of these names, in an object of their own; what they hold is shared. */
  public Json only(String... keys) {
    Json some = object();
    for (String key : keys) {
      copy(raw, some.raw, key);
    }
    return some;
  }

  public void remove(String key) {
    delete(raw, key);
  }

  public Json add(Json element) {
    push(raw, element.raw);
    return this;
  }

  public Json add(String element) {
    pushString(raw, element);
    return this;
  }

  public Json add(int element) {
    pushNumber(raw, element);
    return this;
  }

  public boolean has(String key) {
    return isPresent(raw, key);
  }

  public String string(String key) {
    if (!isString(raw, key)) {
      throw new WrongShape("\"" + key + "\" should be a text");
    }
    return getString(raw, key);
  }

  public String stringOr(String key, String otherwise) {
    return isString(raw, key) ? getString(raw, key) : otherwise;
  }

  public int integer(String key) {
    if (!isInteger(raw, key)) {
      throw new WrongShape("\"" + key + "\" should be a whole number");
    }
    return (int) getNumber(raw, key);
  }

  public int integerOr(String key, int otherwise) {
    return isInteger(raw, key) ? (int) getNumber(raw, key) : otherwise;
  }

  public boolean flag(String key) {
    if (!isFlag(raw, key)) {
      throw new WrongShape("\"" + key + "\" should be true or false");
    }
    return getFlag(raw, key);
  }

  public Json member(String key) {
    Json found = memberOrNull(key);
    if (found == null) {
      throw new WrongShape("\"" + key + "\" should be an object");
    }
    return found;
  }

  public Json memberOrNull(String key) {
    return ofNullable(getObject(raw, key));
  }

  public List<Json> list(String key) {
    JSObject array = getObject(raw, key);
    if (!isArray(array)) {
      throw new WrongShape("\"" + key + "\" should be a list");
    }
    return new Json(array).elements();
  }

  /** The elements of an array of objects. */
  public List<Json> elements() {
    List<Json> list = new ArrayList<>();
    for (int i = 0; i < length(raw); i++) {
      JSObject element = at(raw, i);
      if (!isObject(element)) {
        throw new WrongShape("element " + i + " should be an object");
      }
      list.add(new Json(element));
    }
    return list;
  }

  public List<String> strings(String key) {
    JSObject array = getObject(raw, key);
    if (!isArray(array)) {
      throw new WrongShape("\"" + key + "\" should be a list");
    }
    List<String> list = new ArrayList<>();
    for (int i = 0; i < length(array); i++) {
      if (!isStringAt(array, i)) {
        throw new WrongShape("\"" + key + "\" should be a list of texts");
      }
      list.add(stringAt(array, i));
    }
    return list;
  }

  /** A text; empty if there is none. What a script of ours in a page reads with has no errors to speak of, and is small. */
  public String said(String key) {
    return stringOr(key, "");
  }

  /** Whether a member is there and true. */
  public boolean is(String key) {
    return isFlag(raw, key) && getFlag(raw, key);
  }

  /** An array, as one object; empty if there is none. */
  public Json many(String key) {
    JSObject array = getObject(raw, key);
    return new Json(isArray(array) ? array : newArray());
  }

  /** An element of an array of objects. */
  public Json item(int i) {
    return new Json(at(raw, i));
  }

  /** How many elements an array has. */
  public int size() {
    return length(raw);
  }

  /** A text in an array of texts. */
  public String text(int i) {
    return stringAt(raw, i);
  }

  /** How many members an object has. */
  public int keyCount() {
    return length(objectKeys(raw));
  }

  /** The names of an object's members, as an array of texts. */
  public Json keyList() {
    return new Json(objectKeys(raw));
  }

  public List<Integer> integers(String key) {
    JSObject array = getObject(raw, key);
    if (!isArray(array)) {
      throw new WrongShape("\"" + key + "\" should be a list");
    }
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < length(array); i++) {
      list.add(numberAt(array, i));
    }
    return list;
  }

  public List<String> keys() {
    JSObject array = objectKeys(raw);
    List<String> list = new ArrayList<>();
    for (int i = 0; i < length(array); i++) {
      list.add(stringAt(array, i));
    }
    return list;
  }

  /** Bytes kept with {@link #putBytes}, or {@code null}. */
  public byte[] bytesOrNull(String key) {
    JSObject value = getObject(raw, key);
    return isBytes(value) ? asInt8(value).copyToJavaArray() : null;
  }

  /** Keeps numbers beside the other members; the array is not copied. As {@link #putBytes}, not for {@link #text()}. */
  public Json putInts(String key, int[] value) {
    setArray(raw, key, Int32Array.fromJavaArray(value));
    return this;
  }

  /** Numbers kept with {@link #putInts}, not copied either; {@link WrongShape} if there are none. */
  public int[] ints(String key) {
    JSObject value = getObject(raw, key);
    if (!isInts(value)) {
      throw new WrongShape("\"" + key + "\" should be numbers of 32 bits");
    }
    return ((Int32Array) value).toJavaArray();
  }

  /** The same of several arrays. */
  public Json putInts(String key, int[][] values) {
    JSObject all = newArray();
    for (int[] value : values) {
      push(all, Int32Array.fromJavaArray(value));
    }
    setObject(raw, key, all);
    return this;
  }

  public int[][] intArrays(String key) {
    JSObject all = arrays(key);
    int[][] values = new int[length(all)][];
    for (int i = 0; i < values.length; i++) {
      if (!isInts(at(all, i))) {
        throw new WrongShape("\"" + key + "\" should be lists of numbers of 32 bits");
      }
      values[i] = ((Int32Array) at(all, i)).toJavaArray();
    }
    return values;
  }

  /** The same of several arrays of numbers of 8 bits. */
  public Json putBytes(String key, byte[][] values) {
    JSObject all = newArray();
    for (byte[] value : values) {
      push(all, Int8Array.fromJavaArray(value));
    }
    setObject(raw, key, all);
    return this;
  }

  public byte[][] byteArrays(String key) {
    JSObject all = arrays(key);
    byte[][] values = new byte[length(all)][];
    for (int i = 0; i < values.length; i++) {
      if (!isSmall(at(all, i))) {
        throw new WrongShape("\"" + key + "\" should be lists of numbers of 8 bits");
      }
      values[i] = ((Int8Array) at(all, i)).toJavaArray();
    }
    return values;
  }

  /** The same of several arrays of numbers of 16 bits. */
  public Json putChars(String key, char[][] values) {
    JSObject all = newArray();
    for (char[] value : values) {
      push(all, Uint16Array.fromJavaArray(value));
    }
    setObject(raw, key, all);
    return this;
  }

  public char[][] charArrays(String key) {
    JSObject all = arrays(key);
    char[][] values = new char[length(all)][];
    for (int i = 0; i < values.length; i++) {
      if (!isChars(at(all, i))) {
        throw new WrongShape("\"" + key + "\" should be lists of numbers of 16 bits");
      }
      values[i] = ((Uint16Array) at(all, i)).toJavaArray();
    }
    return values;
  }

  private JSObject arrays(String key) {
    JSObject all = getObject(raw, key);
    if (!isArray(all)) {
      throw new WrongShape("\"" + key + "\" should be a list");
    }
    return all;
  }

  @JSBody(params = "o", script = "return o instanceof Int32Array;")
  private static native boolean isInts(JSObject o);

  @JSBody(params = "o", script = "return o instanceof Int8Array;")
  private static native boolean isSmall(JSObject o);

  @JSBody(params = "o", script = "return o instanceof Uint16Array;")
  private static native boolean isChars(JSObject o);

  @JSBody(params = {"o", "k", "v"}, script = "o[k] = v;")
  private static native void setArray(JSObject o, String k, Int32Array v);

  @JSBody(script = "return {};")
  private static native JSObject newObject();

  @JSBody(script = "return [];")
  private static native JSObject newArray();

  @JSBody(params = "t", script = "try { return JSON.parse(t); } catch (e) { return null; }")
  private static native JSObject tryParse(String t);

  @JSBody(params = "o", script = "return JSON.stringify(o);")
  private static native String stringify(JSObject o);

  @JSBody(params = {"o", "k", "v"}, script = "o[k] = v;")
  private static native void setString(JSObject o, String k, String v);

  @JSBody(params = {"o", "k"}, script = "o[k] = null;")
  private static native void setNull(JSObject o, String k);

  @JSBody(params = {"o", "k", "v"}, script = "o[k] = v;")
  private static native void setNumber(JSObject o, String k, double v);

  @JSBody(params = {"o", "k", "v"}, script = "o[k] = !!v;")
  private static native void setFlag(JSObject o, String k, boolean v);

  @JSBody(params = {"o", "k", "v"}, script = "o[k] = v;")
  private static native void setObject(JSObject o, String k, JSObject v);

  @JSBody(params = {"o", "k", "v"}, script = "o[k] = new Uint8Array(v.buffer, v.byteOffset, v.length);")
  private static native void setBytes(JSObject o, String k, Int8Array v);

  @JSBody(params = {"from", "to", "k"}, script = "if (from[k] !== undefined) { to[k] = from[k]; }")
  private static native void copy(JSObject from, JSObject to, String k);

  @JSBody(params = {"o", "k"}, script = "delete o[k];")
  private static native void delete(JSObject o, String k);

  @JSBody(params = {"o", "v"}, script = "o.push(v);")
  private static native void push(JSObject o, JSObject v);

  @JSBody(params = {"o", "v"}, script = "o.push(v);")
  private static native void pushString(JSObject o, String v);

  @JSBody(params = {"o", "v"}, script = "o.push(v);")
  private static native void pushNumber(JSObject o, int v);

  @JSBody(params = "o", script = "return typeof o === 'object' && o !== null;")
  private static native boolean isObject(JSObject o);

  @JSBody(params = "o", script = "return Array.isArray(o);")
  private static native boolean isArray(JSObject o);

  @JSBody(params = "o", script = "return o instanceof Uint8Array;")
  private static native boolean isBytes(JSObject o);

  @JSBody(params = "o", script = "return new Int8Array(o.buffer, o.byteOffset, o.length);")
  private static native Int8Array asInt8(JSObject o);

  @JSBody(
      params = {"o", "k"},
      script = "return Object.prototype.hasOwnProperty.call(o, k) && o[k] !== null && o[k] !== undefined;")
  private static native boolean isPresent(JSObject o, String k);

  @JSBody(params = {"o", "k"}, script = "return typeof o[k] === 'string';")
  private static native boolean isString(JSObject o, String k);

  @JSBody(params = {"o", "k"}, script = "return Number.isInteger(o[k]) && Math.abs(o[k]) <= 2147483647;")
  private static native boolean isInteger(JSObject o, String k);

  @JSBody(params = {"o", "k"}, script = "return typeof o[k] === 'boolean';")
  private static native boolean isFlag(JSObject o, String k);

  @JSBody(params = {"o", "k"}, script = "return o[k];")
  private static native String getString(JSObject o, String k);

  @JSBody(params = {"o", "k"}, script = "return o[k];")
  private static native double getNumber(JSObject o, String k);

  @JSBody(params = {"o", "k"}, script = "return o[k];")
  private static native boolean getFlag(JSObject o, String k);

  @JSBody(params = {"o", "k"}, script = "var v = o[k]; return v === undefined ? null : v;")
  private static native JSObject getObject(JSObject o, String k);

  @JSBody(params = "o", script = "return o.length;")
  private static native int length(JSObject o);

  @JSBody(params = {"o", "i"}, script = "return o[i];")
  private static native JSObject at(JSObject o, int i);

  @JSBody(params = {"o", "i"}, script = "return o[i];")
  private static native String stringAt(JSObject o, int i);

  @JSBody(params = {"o", "i"}, script = "return typeof o[i] === 'string';")
  private static native boolean isStringAt(JSObject o, int i);

  @JSBody(params = {"o", "i"}, script = "return o[i];")
  private static native int numberAt(JSObject o, int i);

  @JSBody(params = "o", script = "return Object.keys(o);")
  private static native JSObject objectKeys(JSObject o);
}
