package shotdeed.extension.fill;

import java.util.List;

/**
 * What is to go into a form.
 *
 * @param id the template's name for it
 * @param kind {@code text}, {@code long}, {@code links}, {@code choice}, {@code tick} or {@code date}
 * @param value a choice's text; {@code yes} for a tick; links stand on lines of their own
 * @param find words by which a page may name it, lower case
 * @param overwrite whether the person wants it though something else stands there
 */
record Wanted(String id, String kind, String value, List<String> find, boolean overwrite) {}
