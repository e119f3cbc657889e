package shotdeed.server.verify.page;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Int8Array;

/** An element of the page. Texts go in as texts: markup in them stays text. */
abstract class Dom implements JSObject {
  /** What is called when something happens. */
  @JSFunctor
  interface Callback extends JSObject {
    void run();
  }

  /** What is called with a file that was chosen or dropped. */
  @JSFunctor
  interface FileCallback extends JSObject {
    void take(ChosenFile file);
  }

  @JSProperty
  abstract void setTextContent(String text);

  @JSProperty
  abstract String getValue();

  @JSMethod
  abstract void setAttribute(String name, String value);

  @JSMethod
  abstract String getAttribute(String name);

  @JSMethod
  abstract void removeAttribute(String name);

  @JSMethod
  abstract void focus();

  @JSBody(params = "child", script = "this.appendChild(child);")
  final native void append(Dom child);

  @JSBody(script = "while (this.firstChild) { this.removeChild(this.firstChild); }")
  final native void clear();

  @JSBody(params = {"type", "f"}, script = "this.addEventListener(type, function() { f(); });")
  final native void on(String type, Callback f);

  final Dom with(Dom... children) {
    for (Dom child : children) {
      append(child);
    }
    return this;
  }

  final Dom attribute(String name, String value) {
    setAttribute(name, value);
    return this;
  }

  @JSBody(params = "id", script = "return document.getElementById(id);")
  static native Dom byId(String id);

  @JSBody(params = "css", script = "return document.querySelectorAll(css);")
  static native DomList all(String css);

  /** A new element with a class and a text, either of which may be empty. */
  @JSBody(
      params = {"tag", "css", "text"},
      script =
          "var e = document.createElement(tag); if (css) { e.className = css; } if (text) { e.textContent = text; }"
              + " return e;")
  static native Dom create(String tag, String css, String text);

  /** Shows bytes in an {@code img}. */
  @JSBody(
      params = {"bytes", "type"},
      script = "this.src = URL.createObjectURL(new Blob([bytes], {type: type}));")
  final native void show(Int8Array bytes, String type);

  @JSBody(params = "f", script =
      "this.addEventListener('change', function() { if (this.files.length) { f(this.files[0]); } });")
  final native void onFile(FileCallback f);

  /** Files that are dropped anywhere on the page. */
  @JSBody(
      params = {"zone", "f"},
      script =
          "addEventListener('dragover', function(v) { v.preventDefault(); zone.classList.add('over'); });"
              + " addEventListener('dragleave', function(v) {"
              + "   if (!v.relatedTarget) { zone.classList.remove('over'); } });"
              + " addEventListener('drop', function(v) { v.preventDefault(); zone.classList.remove('over');"
              + "   if (v.dataTransfer && v.dataTransfer.files.length) { f(v.dataTransfer.files[0]); } });")
  static native void onDrop(Dom zone, FileCallback f);

  @JSBody(params = {"tag", "title"}, script = "document.documentElement.lang = tag; document.title = title;")
  static native void language(String tag, String title);

  /** The languages that the reader's browser asks for, divided by commas. */
  @JSBody(script = "return (navigator.languages || [navigator.language || '']).join(',');")
  static native String languages();

  /** A list of elements. */
  abstract static class DomList implements JSObject {
    @JSProperty
    abstract int getLength();

    @JSMethod
    abstract Dom item(int index);
  }
}
