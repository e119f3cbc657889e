package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** An element of a page: a web page's, to be read with suspicion, or one of our own. */
public abstract class Element implements JSObject {
  /** An attribute as written, or {@code null}. */
  @JSMethod
  public abstract String getAttribute(String name);

  /** Sets an attribute. */
  @JSMethod
  public abstract void setAttribute(String name, String value);

  /** The text, without markup. */
  @JSProperty
  public abstract String getTextContent();

  /** What a person reads on it: the tool tip where it holds the whole text, else the text, its blanks joined. */
  @JSBody(
      script =
          "var text = (this.textContent || '').replace(/\\s+/g, ' ').trim(), tip = (this.getAttribute('title') || '').trim();"
              + " return tip && (!text || tip.indexOf(text.replace(/(\\.{3}|…)$/, '')) === 0) ? tip : text;")
  public final native String said();

  /** Sets the text; markup in it stays text. */
  @JSProperty
  public abstract void setTextContent(String text);

  /** Upper case in HTML. */
  @JSProperty
  public abstract String getTagName();

  /** What the user typed. */
  @JSProperty
  public abstract String getValue();

  /** Fills a field. */
  @JSProperty
  public abstract void setValue(String value);

  /** Whether a box is ticked. */
  @JSProperty
  public abstract boolean isChecked();

  /** Ticks a box. */
  @JSProperty
  public abstract void setChecked(boolean checked);

  /** Greys a control out. */
  @JSProperty
  public abstract void setDisabled(boolean disabled);

  /** Removes this element from its page. */
  @JSMethod
  public abstract void remove();

  /** Adds elements at the end; returns this. */
  public final Element with(Element... children) {
    for (Element child : children) {
      append(this, child);
    }
    return this;
  }

  /** Adds one element at the end. */
  @JSBody(params = "child", script = "this.appendChild(child);")
  public final native void add(Element child);

  /** Removes all children; returns this. */
  public final Element cleared() {
    clear(this);
    return this;
  }

  /** The same element again, with all that is in it but what listens to it. */
  @JSBody(script = "return this.cloneNode(true);")
  public final native Element copy();

  /**
   * Shows what another element holds, and leaves in place whatever reads the same: a button that is being clicked stays, and so
   * does the focus. What stays keeps its listeners, so elements that read the same must also do the same; where they do not,
   * an attribute tells them apart ({@code data-for}).
   */
  public final void become(Element other) {
    replaceChanged(this, other);
  }

  @JSBody(
      params = {"element", "other"},
      script =
          "var become = function(old, now) {"
              + " var a = Array.from(old.childNodes), p = 0;"
              + " Array.from(now.childNodes).forEach(function(x) {"
              + "   var q = p;"
              + "   while (q < a.length && !a[q].isEqualNode(x)) { q++; }"
              + "   if (q < a.length) { while (p < q) { a[p++].remove(); } p++; return; }"
              + "   if (p < a.length && /^(UL|SECTION|DIV)$/.test(x.nodeName)"
              + "       && a[p].cloneNode(false).isEqualNode(x.cloneNode(false))) { become(a[p++], x); return; }"
              + "   old.insertBefore(x, p < a.length ? a[p] : null);"
              + " });"
              + " while (p < a.length) { a[p++].remove(); }"
              + "}; become(element, other);")
  private static native void replaceChanged(Element element, Element other);

  /** Sets an attribute; returns this. */
  public final Element attribute(String name, String value) {
    setAttribute(name, value);
    return this;
  }

  /** Calls back for clicks by the user; clicks made by a script are ignored. Returns this. */
  public final Element onClick(Runnable callback) {
    listen(this, "click", callback::run);
    return this;
  }

  /** Calls back for changes by the user. Returns this. */
  public final Element onChange(Runnable callback) {
    listen(this, "change", callback::run);
    return this;
  }

  /** Calls back while the user moves a slider. Returns this. */
  public final Element onInput(Runnable callback) {
    listen(this, "input", callback::run);
    return this;
  }

  /** Where the element stands in the window, in CSS pixels: left, top, width, height. */
  public final double[] bounds() {
    return new double[] {side(this, "left"), side(this, "top"), side(this, "width"), side(this, "height")};
  }

  /** The width of the picture in an {@code img}, 0 before it is loaded. */
  public final int naturalWidth() {
    return number(this, "naturalWidth");
  }

  /** The height of the picture in an {@code img}, 0 before it is loaded. */
  public final int naturalHeight() {
    return number(this, "naturalHeight");
  }

  /** The address that an {@code img} shows now, absolute; the empty text if none. */
  public final String shownSource() {
    return text(this, "currentSrc", "src");
  }

  /**
   * The {@code background-image} of an element, written on itself or by a style sheet; the empty text if none. Whatever the
   * element says of its style, nothing is laid out for it.
   */
  @JSBody(
      script =
          "var own = this.style && this.style.backgroundImage || '';"
              + " if (own) { return own; } var all = getComputedStyle(this).backgroundImage || ''; return all === 'none' ? '' : all;")
  public final native String background();

  /** What an {@code img} and the {@code source} elements beside it say of its sizes, joined; the empty text if nothing. */
  @JSBody(
      script =
          "var up = this.parentElement, all = up && up.tagName === 'PICTURE' ? Array.from(up.children) : [this], said = '';"
              + " for (var i = 0; i < all.length && i < 20; i++) { var e = all[i];"
              + "   var set = e.getAttribute('srcset') || e.getAttribute('data-srcset');"
              + "   if (set && set.length < 20000) { said += (said ? ', ' : '') + set; } }"
              + " return said;")
  public final native String sourceSets();

  /** The nearest element around this one, or itself, that a selector finds, through shadow roots; {@code null} if none does. */
  @JSBody(
      params = "selector",
      script =
          "for (var e = this; e; e = e.getRootNode().host) { var found = e.closest(selector); if (found) { return found; } }"
              + " return null;")
  public final native Element closest(String selector);

  /** The first element in this one that a selector finds, or {@code null}. */
  @JSBody(params = "selector", script = "return this.querySelector(selector);")
  public final native Element inside(String selector);

  /** Whether the element is still part of a page. */
  @JSBody(script = "return !!this.isConnected;")
  public final native boolean isConnected();

  /** Sets one property of the element's style. */
  @JSBody(params = {"name", "value"}, script = "this.style.setProperty(name, value);")
  public final native void style(String name, String value);

  /** The same in CSS pixels, whole ones. */
  @JSBody(params = {"name", "value"}, script = "this.style.setProperty(name, Math.round(value) + 'px');")
  public final native void style(String name, double value);

  /** Opens a shadow root that the page cannot look into. */
  @JSBody(script = "return this.attachShadow({mode: 'closed'});")
  final native JSObject closedShadow();

  @JSFunctor
  interface Callback extends JSObject {
    void run();
  }

  @JSBody(
      params = {"e", "type", "f"},
      script = "e.addEventListener(type, function(v) { if (v.isTrusted) { v.stopPropagation(); v.preventDefault(); f(); } });")
  private static native void listenTrusted(Element e, String type, Callback f);

  @JSBody(
      params = {"e", "type", "f"},
      script = "e.addEventListener(type, function(v) { if (v.isTrusted) { f(); } });")
  private static native void listen(Element e, String type, Callback f);

  /** Like {@link #onClick}, and the page does not hear of the click. Returns this. */
  public final Element onPrivateClick(Runnable callback) {
    listenTrusted(this, "click", callback::run);
    return this;
  }

  @JSBody(params = {"e", "c"}, script = "e.appendChild(c);")
  private static native void append(Element e, Element c);

  @JSBody(params = "e", script = "while (e.firstChild) { e.removeChild(e.firstChild); }")
  private static native void clear(Element e);

  @JSBody(params = {"e", "k"}, script = "return e.getBoundingClientRect()[k];")
  private static native double side(Element e, String k);

  @JSBody(params = {"e", "k"}, script = "return e[k] | 0;")
  private static native int number(Element e, String k);

  @JSBody(params = {"e", "a", "b"}, script = "var v = e[a] || e[b]; return typeof v === 'string' ? v : '';")
  private static native String text(Element e, String a, String b);
}
