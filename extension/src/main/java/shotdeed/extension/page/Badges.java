package shotdeed.extension.page;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;

/**
 * The badges on a page: drawn over the pictures, in a closed shadow root, so that the page's layout does not move and its
 * scripts do not see them. The root is made with the first badge: a page without a copy keeps nothing of ours.
 */
final class Badges {
  private static final String STYLES =
      "div{position:static}"
          + ".frame{position:absolute;box-sizing:border-box;border:3px solid #b3261e;border-radius:4px;"
          + "pointer-events:none}"
          + "button{all:initial;position:absolute;left:0;top:0;box-sizing:border-box;max-width:100%;"
          + "min-height:24px;padding:4px 8px;border-radius:0 0 4px 0;background:#b3261e;color:#fff;"
          + "font:600 13px/16px system-ui,'Noto Sans SC','Noto Sans CJK SC',sans-serif;cursor:pointer;"
          + "pointer-events:auto;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}"
          + "button:hover{filter:brightness(.8)}"
          + "button:focus-visible{outline:3px solid #fff;outline-offset:-4px}"
          + ".waiting{border-style:dashed}"
          + ".own{border:0}"
          + ".own button{background:#2f5d46;font-weight:400}"
          + ".warn{border-color:#ffb300}"
          + ".warn button{background:#ffb300;color:#2b1a00;outline-color:#2b1a00!important}";

  private final List<Badge> badges = new ArrayList<>();
  private Element layer;

  private static final class Badge {
    final Element picture;
    final Element frame;
    final Element button;

    Badge(Element picture, Element frame, Element button) {
      this.picture = picture;
      this.frame = frame;
      this.button = button;
    }
  }

  /** Puts a badge on a picture, or changes the one that it wears; how it looks are names of the styles above. */
  void show(Element picture, String text, String hint, String look, Runnable click) {
    Badge badge = find(picture);
    if (badge == null) {
      if (layer == null) {
        layer = Document.createOverlay(STYLES);
        Document.onLayout(this::place);
      }
      Element frame = Document.create("div", "frame", "");
      Element button = Document.create("button", "", "");
      button.onPrivateClick(click);
      frame.with(button);
      layer.with(frame);
      badge = new Badge(picture, frame, button);
      badges.add(badge);
    }
    badge.button.setTextContent(text);
    badge.button.setAttribute("title", hint);
    badge.button.setAttribute("type", "button");
    badge.frame.setAttribute("class", look);
    place();
  }

  /** Takes the badge off a picture. */
  void hide(Element picture) {
    Badge badge = find(picture);
    if (badge != null) {
      badge.frame.remove();
      badges.remove(badge);
    }
  }

  /** Takes all badges out of sight for a moment, and brings them back. */
  void hidden(boolean hidden) {
    if (layer != null) {
      layer.style("display", hidden ? "none" : "block");
    }
  }

  /** Follows the pictures: all are measured before any is moved, so that the page is laid out once. */
  void place() {
    double[] scroll = Document.scroll();
    double[][] bounds = new double[badges.size()][];
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = badges.get(i).picture.bounds();
    }
    for (int i = 0; i < bounds.length; i++) {
      Element frame = badges.get(i).frame;
      double[] b = bounds[i];
      boolean seen = b[2] >= 1 && b[3] >= 1 && badges.get(i).picture.isConnected();
      frame.style("display", seen ? "block" : "none");
      if (seen) {
        frame.style("left", pixels(b[0] + scroll[0]));
        frame.style("top", pixels(b[1] + scroll[1]));
        frame.style("width", pixels(b[2]));
        frame.style("height", pixels(b[3]));
      }
    }
  }

  private static String pixels(double value) {
    return (int) Math.round(value) + "px";
  }

  private Badge find(Element picture) {
    for (Badge badge : badges) {
      if (badge.picture == picture) {
        return badge;
      }
    }
    return null;
  }
}
