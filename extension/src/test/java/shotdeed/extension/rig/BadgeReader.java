package shotdeed.extension.rig;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sees the badges on a page through the browser's debugger, which looks into closed shadow roots. The page itself cannot.
 */
public final class BadgeReader {
  private BadgeReader() {}

  /**
   * A badge.
   *
   * @param picture address that the picture under it shows, or will show once it is scrolled to
   * @param text what it says
   */
  public record Badge(String picture, String text) {}

  /** The visible badges, in the order of the page's pictures. */
  public static List<Badge> on(Page page) {
    CDPSession session = page.context().newCDPSession(page);
    try {
      JsonObject deep = new JsonObject();
      deep.addProperty("depth", -1);
      deep.addProperty("pierce", true);
      List<JsonObject> frames = new ArrayList<>();
      collect(session.send("DOM.getDocument", deep).getAsJsonObject("root"), false, frames);
      List<Badge> badges = new ArrayList<>();
      for (JsonObject frame : frames) {
        double[] corner = corner(session, frame);
        if (corner != null) {
          badges.add(new Badge(pictureAt(page, corner), text(frame)));
        }
      }
      return badges;
    } finally {
      session.detach();
    }
  }

  /** Addresses of the pictures that wear a badge; a thumbnail counts as the picture that it is a thumbnail of. */
  public static List<String> pictures(Page page) {
    return on(page).stream().map(badge -> badge.picture().replace("-80.jpg", ".jpg")).distinct().sorted().toList();
  }

  /** Waits until at least so many pictures wear a badge; fails after the usual time. */
  public static List<String> waitFor(Page page, int count) {
    long end = System.nanoTime() + 20_000_000_000L;
    List<String> pictures = pictures(page);
    while (pictures.size() < count && System.nanoTime() < end) {
      page.waitForTimeout(100);
      pictures = pictures(page);
    }
    return pictures;
  }

  private static void collect(JsonObject node, boolean inside, List<JsonObject> frames) {
    boolean overlay = inside || node.get("nodeName").getAsString().equalsIgnoreCase("shotdeed-overlay");
    if (inside && attributes(node).contains("frame")) {
      frames.add(node);
    }
    for (String part : List.of("children", "shadowRoots")) {
      if (node.has(part)) {
        for (JsonElement child : node.getAsJsonArray(part)) {
          collect(child.getAsJsonObject(), overlay, frames);
        }
      }
    }
    if (node.has("contentDocument")) {
      collect(node.getAsJsonObject("contentDocument"), false, frames);
    }
  }

  private static String attributes(JsonObject node) {
    JsonArray attributes = node.getAsJsonArray("attributes");
    if (attributes != null) {
      for (int i = 0; i + 1 < attributes.size(); i += 2) {
        if (attributes.get(i).getAsString().equals("class")) {
          return attributes.get(i + 1).getAsString();
        }
      }
    }
    return "";
  }

  private static String text(JsonObject node) {
    if (node.get("nodeType").getAsInt() == 3) {
      return node.get("nodeValue").getAsString();
    }
    StringBuilder text = new StringBuilder();
    if (node.has("children")) {
      node.getAsJsonArray("children").forEach(child -> text.append(text(child.getAsJsonObject())));
    }
    return text.toString();
  }

  /** The upper left corner in the window, or null for a frame that is not drawn. */
  private static double[] corner(CDPSession session, JsonObject node) {
    JsonObject which = new JsonObject();
    which.add("nodeId", node.get("nodeId"));
    try {
      JsonArray quad =
          session.send("DOM.getBoxModel", which).getAsJsonObject("model").getAsJsonArray("border");
      return new double[] {quad.get(0).getAsDouble(), quad.get(1).getAsDouble()};
    } catch (RuntimeException notDrawn) {
      return null;
    }
  }

  private static String pictureAt(Page page, double[] corner) {
    return (String)
        page.evaluate(
            """
            ({x, y}) => {
              const under = [...document.images].find(image => {
                const box = image.getBoundingClientRect();
                return Math.abs(box.left - x) <= 1 && Math.abs(box.top - y) <= 1 && box.width > 0;
              });
              // A picture that the browser has already shows the fragment that it was first asked for with.
              const bare = address => address.split('#')[0];
              return under
                  ? new URL(under.dataset.src || (bare(under.src) === bare(under.currentSrc) ? under.src : under.currentSrc),
                      document.baseURI).href
                  : 'no picture at ' + x + ', ' + y;
            }
            """,
            Map.of("x", corner[0], "y", corner[1]));
  }
}
