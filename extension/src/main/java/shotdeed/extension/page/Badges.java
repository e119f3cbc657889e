package shotdeed.extension.page;

import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.PageHook;

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

  /** The last that was put on; each knows the one before it. */
  private Badge last;

  private Element layer;
  private final Runnable removed;

  /** @param removed is told when the page takes the badges away; they are put back */
  Badges(Runnable removed) {
    this.removed = removed;
  }

  private static final class Badge {
    final Element picture;
    final Element frame;
    final Element button;
    Badge before;
    double[] bounds;

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
        layer = Document.createOverlay(STYLES, removed);
        PageHook.layer(layer);
        Document.onLayout(this::place);
      }
      Element frame = Document.create("div", "frame", "");
      Element button = Document.create("button", "", "");
      button.onPrivateClick(click);
      frame.add(button);
      layer.add(frame);
      badge = new Badge(picture, frame, button);
      badge.before = last;
      last = badge;
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
      Badge next = last;
      while (next != badge && next.before != badge) {
        next = next.before;
      }
      if (next == badge) {
        last = badge.before;
      } else {
        next.before = badge.before;
      }
    }
  }

  /** Follows the pictures: all are measured before any is moved, so that the page is laid out once. */
  void place() {
    double[] scroll = Document.scroll();
    for (Badge badge = last; badge != null; badge = badge.before) {
      badge.bounds = badge.picture.bounds();
    }
    for (Badge badge = last; badge != null; badge = badge.before) {
      Element frame = badge.frame;
      double[] b = badge.bounds;
      boolean seen = b[2] >= 1 && b[3] >= 1 && badge.picture.isConnected();
      frame.style("display", seen ? "block" : "none");
      if (seen) {
        frame.style("left", b[0] + scroll[0]);
        frame.style("top", b[1] + scroll[1]);
        frame.style("width", b[2]);
        frame.style("height", b[3]);
      }
    }
  }

  private Badge find(Element picture) {
    for (Badge badge = last; badge != null; badge = badge.before) {
      if (badge.picture == picture) {
        return badge;
      }
    }
    return null;
  }
}
