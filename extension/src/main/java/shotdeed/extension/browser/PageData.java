package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/**
 * Data that a web page carries in its own scripts, read as text: nothing of the page is run. What is read is bounded, and kept
 * until the page has other scripts.
 */
public final class PageData {
  /** Characters of one script that are searched. */
  private static final int MOST_SCRIPT = 4 << 20;

  /** Characters of a value; a longer one is not read, because the page would feel it. */
  private static final int MOST_VALUE = 1 << 20;

  /** Texts that one path may lead to. */
  private static final int MOST_TEXTS = 300;

  private final JSObject kept = create();

  /**
   * The texts and numbers to which a path leads in the first object or list that stands behind a text of a script.
   *
   * @param after what stands before the value, such as {@code window.context=}; the value may be written as JSON, as a string
   *     that holds JSON, or be a text or number itself
   * @param path members divided by dots: {@code *} is every member or element, {@code *a} every one that has a member a, {@code *a=1}
   *     every one whose member a is 1, {@code **} whatever depth, {@code a|b} the
   *     first of these that is there; empty for a text or number
   * @return an array of texts, empty if there is nothing to be read
   */
  public Json texts(String after, String path) {
    return Json.of(pick(value(kept, after, MOST_SCRIPT, MOST_VALUE), path, MOST_TEXTS));
  }

  /**
   * What a page says of its item in schema.org's words: {@code name}, {@code id}, {@code shop}, {@code shopId}, the list
   * {@code images}; {@code null} if it says nothing.
   */
  public Json product() {
    return Json.ofNullable(product(MOST_VALUE, MOST_TEXTS));
  }

  /** The addresses of the pictures in a piece of HTML, as an array of texts; nothing of it is loaded or run. */
  public static Json pictures(String html) {
    return Json.of(picturesIn(html, MOST_TEXTS));
  }

  @JSBody(
      params = {"html", "most"},
      script =
          "var all = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('img'), found = [];"
              + " for (var i = 0; i < all.length && found.length < most; i++) {"
              + "   var u = all[i].getAttribute('data-src') || all[i].getAttribute('src'); if (u) { found.push(u); } }"
              + " return found;")
  private static native JSObject picturesIn(String html, int most);

  @JSBody(script = "return {scripts: -1, values: new Map()};")
  private static native JSObject create();

  @JSBody(
      params = {"kept", "after", "mostScript", "mostValue"},
      script =
          "var scripts = document.scripts;"
              + " if (kept.scripts !== scripts.length) { kept.scripts = scripts.length; kept.values.clear(); }"
              + " if (kept.values.has(after)) { return kept.values.get(after); }"
              + " var parsed = function(t) { try { return JSON.parse(t); } catch (e) { return null; } };"
              + " var read = function(t, at) {"
              + "   if (/^\\W{0,4}(null|undefined|true|false)\\b/.test(t.substr(at, 20))) { return null; }"
              + "   var plain = /^\\s*[=:]?\\s*(?:\"((?:[^\"\\\\]|\\\\.){0,500})\"|'((?:[^'\\\\]|\\\\.){0,500})'|(\\d{1,20})\\b)/"
              + "     .exec(t.substr(at, 600));"
              + "   if (plain && !/^\\s*[{[]/.test(plain[1] || plain[2] || '')) { return [plain[1] || plain[2] || plain[3] || '']; }"
              + "   while (at < t.length && t[at] !== '{' && t[at] !== '[') { at++; }"
              + "   var quote = t[at - 1], end = at, deep = 0, inside = '';"
              + "   if (quote === '\"') {"
              + "     for (; end < t.length && t[end] !== '\"' && end - at < mostValue; end++) { if (t[end] === '\\\\') { end++; } }"
              + "     return parsed(parsed('\"' + t.slice(at, end) + '\"')); }"
              + "   for (; end < t.length && end - at < mostValue; end++) { var c = t[end];"
              + "     if (inside) { if (c === '\\\\') { end++; } else if (c === inside) { inside = ''; } }"
              + "     else if (c === '\"' || c === \"'\" && quote !== c) { inside = c; }"
              + "     else if (c === '{' || c === '[') { deep++; }"
              + "     else if ((c === '}' || c === ']') && --deep === 0) {"
              + "       var text = t.slice(at, end + 1);"
              + "       return parsed(text) || parsed(text.replace(/:\\s*undefined\\b/g, ':null'))"
              + "         || (text.indexOf('\"') < 0 ? parsed(text.replace(/'/g, '\"')) : parsed(text.replace(/\\\\'/g, \"'\"))); } }"
              + "   return null; };"
              + " var found = null, total = 0;"
              + " for (var i = 0; i < scripts.length && !found && total < 3 * mostScript; i++) {"
              + "   if (scripts[i].src) { continue; }"
              + "   var t = scripts[i].textContent; total += t.length;"
              + "   if (t.length > mostScript) { continue; }"
              + "   for (var at = t.indexOf(after), tries = 0; at >= 0 && !found && tries < 3; at = t.indexOf(after, at + 1), tries++) {"
              + "     found = read(t, at + after.length);"
              + "     if (found && !Object.keys(found).length) { found = null; } } }"
              + " kept.values.set(after, found); return found;")
  private static native JSObject value(JSObject kept, String after, int mostScript, int mostValue);

  @JSBody(
      params = {"value", "path", "most"},
      script =
          "var found = [], left = 50000;"
              + " var walk = function(v, p, i) {"
              + "   if (left-- < 0 || found.length >= most) { return; }"
              + "   if (i === p.length) {"
              + "     if (typeof v === 'string' && v && v.length < 400000 || typeof v === 'number') { found.push(String(v)); } return; }"
              + "   if (v === null || typeof v !== 'object') { return; }"
              + "   if (p[i] === '**') { var before = found.length; walk(v, p, i + 1);"
              + "     for (var k in v) { if (found.length === before) { walk(v[k], p, i); } } return; }"
              + "   if (p[i][0] === '*') { var w = p[i].slice(1).split('='); for (var k in v) {"
              + "     var m = w[0] && v[k] && v[k][w[0]];"
              + "     if (!w[0] || (w[1] ? String(m) === w[1] : m)) { walk(v[k], p, i + 1); } } return; }"
              + "   var any = p[i].split('|');"
              + "   for (var j = 0; j < any.length; j++) { var c = v[any[j]];"
              + "     if (c || c === 0) { walk(c, p, i + 1); return; } } };"
              + " walk(value, path ? path.split('.') : ['0'], 0); return found;")
  private static native JSObject pick(JSObject value, String path, int most);

  @JSBody(
      params = {"mostValue", "most"},
      script =
          "var text = function(v) { return typeof v === 'string' ? v : typeof v === 'number' ? String(v) : ''; };"
              + " var list = function(v) { return Array.isArray(v) ? v : v ? [v] : []; };"
              + " var left = 2000, best = null;"
              + " var search = function(v, deep) {"
              + "   if (best || !v || typeof v !== 'object' || deep > 6 || left-- < 0) { return; }"
              + "   if (list(v['@type']).some(function(t) { return t === 'Product' || t === 'ProductGroup'; })) { best = v; return; }"
              + "   for (var k in v) { search(v[k], deep + 1); } };"
              + " var all = document.querySelectorAll('script[type=\"application/ld+json\"]');"
              + " for (var i = 0; i < all.length && i < 20 && !best; i++) {"
              + "   var t = all[i].textContent; if (t.length > mostValue) { continue; }"
              + "   try { search(JSON.parse(t), 0); } catch (e) { continue; } }"
              + " if (!best) { return null; }"
              + " var offer = list(best.offers)[0] || {}, variant = list(best.hasVariant)[0] || {}, seller = offer.seller || {};"
              + " var images = [];"
              + " [best].concat(list(best.hasVariant)).forEach(function(p) { list(p.image).forEach(function(x) {"
              + "   var u = text(x) || text(x && (x.contentUrl || x.url)); if (u && images.length < most && images.indexOf(u) < 0) { images.push(u); } }); });"
              + " return {name: text(best.name), id: text(best.sku) || text(best.productID) || text(best.productGroupID) || text(variant.sku),"
              + " shop: text(seller.name), shopId: text(seller['@id']) || text(seller.url), images: images};")
  private static native JSObject product(int mostValue, int most);
}
