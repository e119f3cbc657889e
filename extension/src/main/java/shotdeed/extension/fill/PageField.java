package shotdeed.extension.fill;

import java.util.List;

/**
 * A field that a page shows.
 *
 * @param index by which the page's fields are numbered
 * @param kind {@code text}, {@code long}, {@code choice}, {@code radio}, {@code tick} or {@code date}
 * @param names what names it, the best first: label, ARIA label, placeholder, name, id, the text before it
 * @param form number of the form that it belongs to
 * @param elsewhere whether that form sends to another host, or unencrypted
 * @param max characters that it takes; 0 for any number
 * @param value what stands in it
 * @param touched whether something stands in it that did not come with the page
 * @param options of a choice or of radio buttons: text and value, lower case
 */
record PageField(
    int index,
    String kind,
    List<String> names,
    int form,
    boolean elsewhere,
    int max,
    String value,
    boolean touched,
    List<Option> options) {
  /** One of several. */
  record Option(String text, String value) {}

  /** Number of the option that says this and no other does as well; -1 if there is none. */
  int option(String said) {
    String wanted = Words.plain(said);
    int equal = -1;
    int held = -1;
    int holding = 0;
    for (int i = 0; i < options.size(); i++) {
      String text = Words.plain(options.get(i).text());
      if (text.equals(wanted) || Words.plain(options.get(i).value()).equals(wanted)) {
        equal = equal < 0 ? i : equal;
      } else if (!wanted.isEmpty() && text.indexOf(wanted) >= 0) {
        held = i;
        holding++;
      }
    }
    return equal >= 0 ? equal : holding == 1 ? held : -1;
  }
}
