package shotdeed.server.complain.paper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import shotdeed.server.complain.By;

/**
 * A row of the sealed manifest: names, each with a value and who says it. The manifest may be of an earlier version of
 * the program, so any name may be missing.
 *
 * @param row an object; a missing node and {@code null} are a row without names
 */
record Sealed(JsonNode row) {
  Sealed {
    row = row == null ? MissingNode.getInstance() : row;
  }

  /**
   * A value and who says it.
   *
   * @param text empty if there is none
   * @param by {@code null} if nobody is named
   */
  record Said(String text, By by) {
    boolean none() {
      return text.isEmpty();
    }
  }

  Said said(String name) {
    JsonNode value = row.path(name);
    return value.isObject() && value.has("source")
        ? new Said(text(value.path("value")), By.of(value.path("source").asText()))
        : new Said(text(value), null);
  }

  String text(String name) {
    return said(name).text();
  }

  /** The value itself, for one that is more than a text. */
  JsonNode value(String name) {
    JsonNode value = row.path(name);
    return value.isObject() && value.has("source") ? value.path("value") : value;
  }

  int number(String name) {
    return value(name).asInt();
  }

  private static String text(JsonNode value) {
    return value.isNull() || value.isMissingNode() || value.isContainerNode() ? "" : value.asText();
  }

  /** A list of rows. */
  List<Sealed> rows(String name) {
    List<Sealed> rows = new ArrayList<>();
    value(name).forEach(each -> rows.add(new Sealed(each)));
    return rows;
  }
}
