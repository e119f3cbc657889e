package shotdeed.extension.page;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Reveal;
import shotdeed.extension.site.PictureAddress;
import shotdeed.extension.site.Site;
import shotdeed.extension.site.Site.Named;
import shotdeed.extension.site.Site.PagePicture;
import shotdeed.extension.wire.CaptureJson;
import shotdeed.model.NotInView;
import shotdeed.wire.PageCapture;
import shotdeed.wire.SeenListing;

/**
 * Has the page show a picture while our panel takes the screenshot, and says what the page says then. Our badges are
 * hidden meanwhile: the screenshot shows the page, not us. The page is scrolled and afterwards scrolled back; nothing else
 * of it is touched.
 */
final class PageCapturer {
  private static final int MAX_TEXT = 300;
  private static final int MAX_TRIED = 6;
  private static final int MAX_KEPT = 12;

  /** Below this share of what could be in view a picture is not in view. */
  private static final double ENOUGH = 0.5;

  /** A panel that went away in the middle never says that it is done. */
  private static final int PATIENCE_MILLIS = 8_000;

  /** CSS pixels by which something may have moved and still be where it was. */
  private static final int STILL = 2;

  private final Site site;
  private final Badges badges;
  private List<Element> kept = new ArrayList<>();
  private List<PageCapture.Box> boxes = new ArrayList<>();
  private int showings;

  PageCapturer(Site site, Badges badges) {
    this.site = site;
    this.badges = badges;
  }

  /** Shows the picture of any of these addresses, and answers with the page as it then is. */
  void show(List<PagePicture> shown, List<String> urls, Messages.Reply reply) {
    finish();
    int showing = showings;
    badges.hidden(true);
    new Attempt(shown, urls, reply).next();
    Reveal.later(
        PATIENCE_MILLIS,
        () -> {
          if (showing == showings) {
            finish();
          }
        });
  }

  /** The screenshot was taken: says what has moved since, and puts the page back as it was. */
  void taken(Messages.Reply reply) {
    Json still = Json.array();
    boolean moved = false;
    boolean pictureMoved = false;
    for (int i = 0; i < kept.size(); i++) {
      Json now = Reveal.box(kept.get(i));
      if (now != null && isNear(CaptureJson.box(now), boxes.get(i))) {
        still.add(now);
      } else {
        moved = true;
        pictureMoved = pictureMoved || i == 0;
      }
    }
    finish();
    reply.send(Json.object().put("moved", moved).put("pictureMoved", pictureMoved).put("keep", still));
  }

  private void finish() {
    showings++;
    Reveal.restore();
    badges.hidden(false);
    kept = new ArrayList<>();
    boxes = new ArrayList<>();
  }

  private static boolean isNear(PageCapture.Box a, PageCapture.Box b) {
    return Math.abs(a.left() - b.left()) <= STILL
        && Math.abs(a.top() - b.top()) <= STILL
        && Math.abs(a.right() - b.right()) <= STILL
        && Math.abs(a.bottom() - b.bottom()) <= STILL;
  }

  /** The elements that may show the picture are tried one after the other, the largest first. */
  private final class Attempt {
    private final List<String> urls;
    private final List<Element> left = new ArrayList<>();
    private final List<Element> all = new ArrayList<>();
    private final Messages.Reply reply;
    private boolean searched;
    private boolean covered;
    private int tried;

    Attempt(List<PagePicture> shown, List<String> urls, Messages.Reply reply) {
      this.urls = urls;
      this.reply = reply;
      for (PagePicture picture : shown) {
        if (isWanted(picture.url())) {
          add(picture.element());
        }
      }
    }

    private void add(Element element) {
      for (Element known : all) {
        if (known == element) {
          return;
        }
      }
      left.add(element);
      all.add(element);
    }

    /** A thumbnail is the picture that it is a thumbnail of. */
    private boolean isWanted(String address) {
      String full = PictureAddress.full(address);
      for (String url : urls) {
        if (url.equals(address) || PictureAddress.full(url).equals(full)) {
          return true;
        }
      }
      return false;
    }

    void next() {
      if (left.isEmpty() || tried >= MAX_TRIED) {
        if (searched || tried >= MAX_TRIED) {
          answer(null, all.isEmpty() ? NotInView.GONE : covered ? NotInView.COVERED : NotInView.HIDDEN);
          return;
        }
        searched = true;
        Reveal.search(
            this::isWanted,
            found -> {
              if (found == null) {
                next();
              } else {
                add(found);
              }
            });
        return;
      }
      Element element = left.remove(largest());
      tried++;
      Reveal.show(
          element,
          (l, t, r, b, share, over) -> {
            if (share >= ENOUGH && !over) {
              answer(new PageCapture.Box((int) l, (int) t, (int) r, (int) b), element);
            } else {
              covered = covered || over;
              Reveal.restore();
              next();
            }
          });
    }

    private int largest() {
      int best = 0;
      double most = -1;
      for (int i = 0; i < left.size(); i++) {
        double[] bounds = left.get(i).bounds();
        if (bounds[2] * bounds[3] > most) {
          most = bounds[2] * bounds[3];
          best = i;
        }
      }
      return best;
    }

    private void answer(PageCapture.Box box, Element picture) {
      keep(picture, box);
      for (Element part : all) { // the other slices of a strip
        if (part != picture) {
          keep(part);
        }
      }
      answer(picture, (NotInView) null);
    }

    private void answer(Element picture, NotInView reason) {
      SeenListing listing = site.listing(Document.address(), Document.title());
      List<String> texts = new ArrayList<>();
      for (Named named : site.named(listing)) {
        String text = cut(named.element().getTextContent().trim());
        if (!text.isEmpty()) {
          texts.add(named.name() + ": " + text);
          if (!named.name().equals(Named.PRICE)) {
            keep(named.element());
          }
        }
      }
      texts.add("item: " + cut(listing.listingId()));
      reply.send(
          CaptureJson.write(
              new PageCapture(
                  Document.address(),
                  cut(Document.title()),
                  texts,
                  Reveal.width(),
                  Reveal.height(),
                  null,
                  boxes,
                  reason == null ? null : reason.sentence())));
    }

    private void keep(Element element) {
      Json box = Reveal.box(element);
      if (box != null) {
        keep(element, CaptureJson.box(box));
      }
    }

    private void keep(Element element, PageCapture.Box box) {
      if (kept.size() < MAX_KEPT) {
        kept.add(element);
        boxes.add(box);
      }
    }
  }

  private static String cut(String text) {
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
  }
}
