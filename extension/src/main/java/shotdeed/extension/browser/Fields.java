package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * The fields of the page that the script runs in: what names them, whether a person can see them, what stands in them; and
 * filling them in as a person does.
 */
public final class Fields {
  private final JSObject elements;
  private final Json found;

  private Fields(JSObject elements, Json found) {
    this.elements = elements;
    this.found = found;
  }

  /** The origin of the page, such as {@code https://www.example.com}. */
  @JSBody(script = "return location.origin;")
  public static native String place();

  /** The fields that a person can see and change, in document order; {@code null} if the page has more than so many. */
  public static Fields onPage(int most) {
    JSObject all = collect(most);
    return all == null ? null : new Fields(list(all), Json.of(described(all)));
  }

  /**
   * The fields: {@code kind} ({@code text}, {@code long}, {@code choice}, {@code radio}, {@code tick}, {@code date}), the
   * texts {@code label}, {@code aria}, {@code placeholder}, {@code name}, {@code id} and {@code near}, the number of the
   * {@code form}, whether that sends {@code elsewhere}, {@code max} characters or 0, {@code value}, whether nobody has
   * {@code touched} it, and {@code options}.
   */
  public Json found() {
    return found;
  }

  /** Brings a field into view; whether it is the uppermost thing there, so that a person sees what is put into it. */
  public boolean reveal(int index) {
    return isOnTop(elements, index);
  }

  /** Puts a text into a field, or chooses the option of that number, and tells the page as the browser does. */
  public void put(int index, String value, int option) {
    fill(elements, index, value, option);
  }

  /** What stands in a field now. */
  public String value(int index) {
    return valueOf(elements, index);
  }

  /** Remembers where the page is scrolled to and what has the focus; what this returns brings both back. */
  public static Runnable standing() {
    Raw back = remember();
    return back::run;
  }

  /** Gives the answer to who has injected this script. */
  public static void answer(Json answer) {
    leave(answer.raw());
  }

  @JSFunctor
  interface Raw extends JSObject {
    void run();
  }

  @JSBody(
      script =
          "var x = scrollX, y = scrollY, had = document.activeElement;"
              + " return function() { scrollTo({left: x, top: y, behavior: 'instant'});"
              + "   if (had && had.focus && had !== document.activeElement) { had.focus({preventScroll: true}); } };")
  private static native Raw remember();

  @JSBody(params = "answer", script = "globalThis.shotdeedFilled = answer;")
  private static native void leave(JSObject answer);

  @JSBody(params = "all", script = "return all.elements;")
  private static native JSObject list(JSObject all);

  @JSBody(params = "all", script = "return all.described;")
  private static native JSObject described(JSObject all);

  /**
   * A form's members can be hidden by fields of the same name, and a document's by images and forms: what is read of either
   * is read as the browser itself defines it.
   */
  private static final String OWN =
      "var getter = function(type, name) { var own = Object.getOwnPropertyDescriptor(type.prototype, name).get;"
          + "   return function(node) { return own.call(node); }; };"
          + " var parent = getter(Node, 'parentElement'), first = getter(Node, 'firstChild'), next = getter(Node, 'nextSibling'),"
          + "   before = getter(Node, 'previousSibling'), type = getter(Node, 'nodeType'), tag = getter(Element, 'tagName'),"
          + "   inert = getter(HTMLElement, 'inert'), base = getter(Node, 'baseURI');"
          + " var attribute = function(el, name) { return Element.prototype.getAttribute.call(el, name); };"
          + " var all = function(selector) { return Array.from(Document.prototype.querySelectorAll.call(document, selector)); };";

  /** What is too small, too faint, beside the page or cut away cannot be seen; what lies over it is found by {@link #reveal}. */
  private static final String SEEN =
      "var seen = function(el) { var r = el.getBoundingClientRect();"
          + " var box = el.type === 'checkbox' || el.type === 'radio';"
          + " if (r.width < (box ? 6 : 24) || r.height < (box ? 6 : 10)) { return false; }"
          + " if (r.right + scrollX < 4 || r.bottom + scrollY < 4) { return false; }"
          + " if (!el.checkVisibility({opacityProperty: true, visibilityProperty: true,"
          + "   checkOpacity: true, checkVisibilityCSS: true})) { return false; }"
          + " for (var up = el, faint = 1, deep = 0; up; up = parent(up), deep++) { if (deep > 2000) { return false; }"
          + "   faint *= Number(getComputedStyle(up).opacity);"
          + "   if (faint < .3 || up instanceof HTMLElement && inert(up)) { return false; } }"
          + " return !el.closest('[aria-hidden=true]'); };";

  /** Texts that name a field; what stands in other fields is none of them. */
  private static final String NAMES =
      "var words = function(node) { if (!node) { return ''; } if (type(node) === 3) { return node.data; }"
          + "   if (type(node) !== 1 || /^(SCRIPT|STYLE|SELECT|TEXTAREA|OPTION|BUTTON)$/.test(tag(node))) { return ''; }"
          + "   var said = ''; for (var c = first(node); c && said.length < 300; c = next(c)) { said += words(c) + ' '; }"
          + "   return said; };"
          + " var short = function(said) { return String(said || '').replace(/\\s+/g, ' ').trim().slice(0, 200).toLowerCase(); };"
          + " var named = function(ids) { return String(ids || '').split(/\\s+/).slice(0, 5).map(function(i) {"
          + "   return i ? words(Document.prototype.getElementById.call(document, i)) : ''; }).join(' '); };"
          + " var label = function(el) { return Array.from(el.labels || []).slice(0, 3).map(words).join(' '); };"
          + " var near = function(el) { for (var up = el, deep = 0; up && deep < 4; up = parent(up), deep++) {"
          + "   if (/^(FORM|BODY|MAIN)$/.test(tag(up))) { return ''; }"
          + "   for (var b = before(up), n = 0; b && n < 4; b = before(b), n++) {"
          + "     if (type(b) === 1"
          + "       && Element.prototype.matches.call(b, 'input,textarea,select,:has(input,textarea,select)')) { return ''; }"
          + "     var said = short(words(b)); if (said) { return said; } } }"
          + "   return ''; };"
          + " var legend = function(el) { var set = el.closest('fieldset,[role=radiogroup],[role=group]');"
          + "   if (!set) { return ''; } var l = Element.prototype.querySelector.call(set, 'legend');"
          + "   return (l ? words(l) : '') + ' ' + (attribute(set, 'aria-label') || '') + ' '"
          + "     + named(attribute(set, 'aria-labelledby')); };";

  /** A form goes away if it, or a button of it, sends to another host or without encryption. */
  private static final String KINDS =
      "var kind = function(el) { if (el.disabled || el.readOnly) { return ''; }"
          + "   if (el.tagName === 'TEXTAREA') { return 'long'; }"
          + "   if (el.tagName === 'SELECT') { return el.multiple ? '' : 'choice'; }"
          + "   if (el.closest('[role=search]')) { return ''; }"
          + "   return {text: 'text', email: 'text', tel: 'text', url: 'text', number: 'text', date: 'date',"
          + "     checkbox: 'tick', radio: 'radio'}[el.type] || ''; };"
          + " var leaves = function(action) { try { var to = new URL(action || location.href, base(document));"
          + "   return to.protocol !== 'https:' || to.host !== location.host; } catch (e) { return true; } };"
          + " var goes = []; var away = function(form) { if (location.protocol !== 'https:') { return true; }"
          + "   if (!form) { return false; }"
          + "   var known = goes.filter(function(g) { return g[0] === form; })[0]; if (known) { return known[1]; }"
          + "   var gone = leaves(attribute(form, 'action')) || all('[formaction]').some(function(b) {"
          + "     return b.form === form && leaves(attribute(b, 'formaction')); });"
          + "   goes.push([form, gone]); return gone; };";

  @JSBody(
      params = "most",
      script =
          OWN + SEEN + NAMES + KINDS
              + " var found = all('input,textarea,select'); if (found.length > most) { return null; }"
              + " var forms = [], elements = [], described = [], groups = {};"
              + " found.forEach(function(el) { var k = kind(el); if (!k || !seen(el)) { return; }"
              + "   var form = forms.indexOf(el.form); if (form < 0) { form = forms.push(el.form) - 1; }"
              + "   var own = short(label(el)), group = 'r' + form + ' ' + el.name;"
              + "   if (k === 'radio' && el.name && groups[group] !== undefined) {"
              + "     var one = groups[group]; elements[one].push(el);"
              + "     described[one].options.push({text: own, value: short(el.value)});"
              + "     described[one].touched = described[one].touched || el.checked && !el.defaultChecked;"
              + "     if (el.checked) { described[one].value = own; } return; }"
              + "   if (k === 'radio' && el.name) { groups[group] = elements.length; }"
              + "   var said = {kind: k, form: form, elsewhere: away(el.form), name: short(el.name), id: short(el.id),"
              + "     placeholder: short(el.placeholder), aria: short((el.getAttribute('aria-label') || '') + ' '"
              + "       + named(el.getAttribute('aria-labelledby'))), near: near(el), label: own,"
              + "     max: el.maxLength > 0 ? el.maxLength : 0, value: '', touched: false, options: []};"
              + "   if (k === 'radio') { said.label = short(legend(el)); said.options = [{text: own, value: short(el.value)}];"
              + "     said.touched = el.checked && !el.defaultChecked; said.value = el.checked ? own : ''; }"
              + "   else if (k === 'choice') { var o = Array.from(el.options).slice(0, 1000);"
              + "     said.options = o.map(function(x) { return {text: short(x.text), value: short(x.value)}; });"
              + "     var came = o.map(function(x) { return x.defaultSelected; }).lastIndexOf(true);"
              + "     if (came < 0) { came = o.findIndex(function(x) { return !x.disabled; }); }"
              + "     said.touched = el.selectedIndex >= 0 && el.selectedIndex !== came;"
              + "     said.value = el.selectedIndex >= 0 ? short(o[el.selectedIndex] && o[el.selectedIndex].text) : ''; }"
              + "   else if (k === 'tick') { said.value = el.checked ? 'yes' : ''; said.touched = el.checked !== el.defaultChecked;"
              + "     said.near = short(legend(el)) || said.near; }"
              + "   else { said.value = el.value.slice(0, 20000); said.touched = el.value !== ''; }"
              + "   elements.push([el]); described.push(said); });"
              + " return {elements: elements, described: {fields: described}};")
  private static native JSObject collect(int most);

  /** A script's own styles may draw a box over the real one: what belongs to the field's label is the field too. */
  @JSBody(
      params = {"elements", "index"},
      script =
          "var el = elements[index][0];"
              + " if (!el.isConnected) { return false; }"
              + " el.scrollIntoView({block: 'center', inline: 'nearest', behavior: 'instant'});"
              + " var r = el.getBoundingClientRect(), labels = Array.from(el.labels || []), tries = [.5, .15, .85];"
              + " return tries.some(function(across) { return tries.some(function(down) {"
              + "   var on = Document.prototype.elementFromPoint.call(document, r.left + r.width * across, r.top + r.height * down);"
              + "   return on === el || labels.some(function(l) { return l.contains(on); }); }); });")
  private static native boolean isOnTop(JSObject elements, int index);

  /**
   * Set from the world of an extension's script, a value does not pass the page's own setters: to a library that controls
   * its fields it is as if it were typed.
   */
  @JSBody(
      params = {"elements", "index", "value", "option"},
      script =
          "var group = elements[index], el = group[0], tell = function(e, type) { e.dispatchEvent(type === 'input'"
              + "   ? new InputEvent('input', {bubbles: true, composed: true, inputType: 'insertText', data: value})"
              + "   : new Event(type, {bubbles: true})); };"
              + " if (el.type === 'radio') { if (!group[option].checked) { group[option].click(); } return; }"
              + " if (el.type === 'checkbox') { if (!el.checked) { el.click(); } return; }"
              + " el.focus({preventScroll: true});"
              + " if (el.tagName === 'SELECT') { el.selectedIndex = option; } else { el.value = value; }"
              + " tell(el, 'input'); tell(el, 'change'); el.blur();")
  private static native void fill(JSObject elements, int index, String value, int option);

  @JSBody(
      params = {"elements", "index"},
      script =
          "var group = elements[index], el = group[0];"
              + " if (el.type === 'radio') { var on = group.filter(function(x) { return x.checked; })[0];"
              + "   return on ? Array.from(on.labels || []).map(function(l) { return l.textContent.trim(); }).join(' ') || on.value : ''; }"
              + " if (el.type === 'checkbox') { return el.checked ? 'yes' : ''; }"
              + " if (el.tagName === 'SELECT') { return el.selectedIndex < 0 ? '' : el.options[el.selectedIndex].text.trim(); }"
              + " return el.value.slice(0, 20000);")
  private static native String valueOf(JSObject elements, int index);
}
