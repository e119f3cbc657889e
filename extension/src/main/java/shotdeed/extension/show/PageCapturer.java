package shotdeed.extension.show;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.PageHook;
import shotdeed.extension.browser.Reveal;
import shotdeed.extension.browser.Sight;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.wire.CaptureJson;
import shotdeed.model.NotInView;
import shotdeed.picture.PictureServers;
import shotdeed.wire.PageCapture;

/**
 * Has the page show a picture while our panel takes the screenshot, and says what the page says then. Our badges are
 * hidden meanwhile: the screenshot shows the page, not us. The page is scrolled and afterwards scrolled back; nothing else
 * of it is touched.
 */
public final class PageCapturer {
  /** Parts of the page that say what it is about, in the order in which they are told. */
  private static final List<String> NAMED = List.of("title", "shop", "price");

  private static final String PRICE = "price";

  /** Pieces of text that are looked at for a title or a name. */
  private static final int TEXTS = 5_000;

  private static final int MAX_TEXT = 300;
  private static final int MAX_KEPT = 12;

  /** Below this share of what could be in view a picture is not in view. */
  private static final double ENOUGH = 0.5;

  /** For all tries together: the panel waits a little longer than this for an answer. */
  private static final int ALL_MILLIS = 4_500;

  /** That one picture may take to load and to stand still. */
  private static final int ONE_MILLIS = 1_200;

  /** A panel that went away in the middle never says that it is done. */
  private static final int PATIENCE_MILLIS = 8_000;

  /** CSS pixels by which something may have moved and still be where it was. */
  private static final int STILL = 2;

  /** {@code null} while nothing is shown for a screenshot. */
  private Attempt live;

  private PageCapturer() {}

  /** Listens to our panel, once in a page. */
  public static void listen() {
    if (Document.claim("show")) {
      PageCapturer capturer = new PageCapturer();
      Messages.onAsked("show", capturer::show);
      Messages.onAsked("taken", (message, reply) -> capturer.taken(reply));
    }
  }

  /** Shows the picture of any of these addresses, and answers with the page as it then is. */
  private void show(Json message, Messages.Reply reply) {
    finish();
    PageHook.hideBadges(true);
    Attempt attempt = new Attempt(message, reply);
    live = attempt;
    attempt.next();
    Reveal.later(PATIENCE_MILLIS, () -> finish(attempt));
  }

  /** The screenshot was taken: says what has moved since, and puts the page back as it was. */
  private void taken(Messages.Reply reply) {
    Attempt attempt = live;
    if (attempt == null || !attempt.answered) {
      finish();
      reply.send(said(true, true, Json.array()));
      return;
    }
    attempt.look(
        parts -> {
          Json still = Json.array();
          boolean over = attempt != live;
          boolean moved = over;
          boolean pictureMoved = over;
          for (int i = 0; i < parts.size() && !over; i++) {
            if (parts.get(i).isNear(attempt.parts.get(i), STILL)) {
              still.add(box(parts.get(i)));
            } else {
              moved = true;
              pictureMoved = pictureMoved || i == 0;
            }
          }
          finish(attempt);
          reply.send(said(moved, pictureMoved, still));
        });
  }

  private static Json said(boolean moved, boolean pictureMoved, Json keep) {
    return Json.object().put("moved", moved).put("pictureMoved", pictureMoved).put("keep", keep);
  }

  private void finish(Attempt attempt) {
    if (attempt == live) {
      finish();
    }
  }

  private void finish() {
    live = null;
    Reveal.restore();
    PageHook.hideBadges(false);
  }

  private static Json box(Sight.Part part) {
    return CaptureJson.write(new PageCapture.Box(part.left(), part.top(), part.right(), part.bottom()));
  }

  /** The elements that may show the picture are tried one after the other, the largest first. */
  private final class Attempt {
    private final Json asked;
    private final List<String> urls;
    private final List<Element> left = new ArrayList<>();
    private final List<Element> slow = new ArrayList<>();
    private final List<Element> all = new ArrayList<>();
    private final Messages.Reply reply;
    private final double end = Tasks.now() + ALL_MILLIS;
    private boolean searched;
    private boolean covered;
    private boolean answered;
    private int pictures;
    private List<Element> kept = new ArrayList<>();
    private final List<Sight.Part> parts = new ArrayList<>();

    Attempt(Json asked, Messages.Reply reply) {
      this.asked = asked;
      this.urls = asked.strings("urls");
      this.reply = reply;
      PageHook.pictures(
          (element, url) -> {
            if (isWanted(url)) {
              add(element);
            }
          });
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
      String full = PictureServers.key(address);
      for (String url : urls) {
        if (url.equals(address) || PictureServers.key(url).equals(full)) {
          return true;
        }
      }
      return false;
    }

    void next() {
      if (this != live) {
        return;
      }
      int rest = (int) (end - Tasks.now());
      if (rest > 0 && left.isEmpty() && searched) {
        left.addAll(slow); // what a page swaps in late
        slow.clear();
      }
      if (rest <= 0 || left.isEmpty() && searched) {
        answer(null, all.isEmpty() ? NotInView.GONE : covered ? NotInView.COVERED : NotInView.HIDDEN);
      } else if (left.isEmpty()) {
        search();
      } else {
        show(left.remove(largest()), Math.min(rest, ONE_MILLIS));
      }
    }

    private void search() {
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
    }

    private void show(Element element, int millis) {
      Reveal.show(
          element,
          millis,
          this::isWanted,
          () -> {
            if (this == live) {
              Sight.look(List.of(element), 1, this::isWanted, seen -> judge(element, seen.get(0)));
            }
          });
    }

    private void judge(Element element, Sight.Part seen) {
      if (this != live) {
        return;
      }
      if (seen.isSeen() && seen.share() >= ENOUGH) {
        answer(element, null);
        return;
      }
      covered = covered || seen.covered();
      if (seen.waiting()) {
        slow.add(element);
      }
      Reveal.restore();
      next();
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

    /** @param picture {@code null} if none is in view; the other slices of a strip stay readable with it */
    private void answer(Element picture, NotInView reason) {
      if (picture != null) {
        kept.add(picture);
        for (Element part : all) {
          if (part != picture && kept.size() < MAX_KEPT) {
            kept.add(part);
          }
        }
      }
      pictures = kept.size();
      List<String> texts = new ArrayList<>();
      for (String name : NAMED) {
        Element element = named(name);
        String text = element == null ? "" : cut(element.getTextContent().trim());
        if (!text.isEmpty()) {
          texts.add(name + ": " + text);
          if (!name.equals(PRICE) && kept.size() < MAX_KEPT) {
            kept.add(element);
          }
        }
      }
      texts.add("item: " + cut(asked.string("item")));
      look(seen -> answer(texts, seen, reason == null && !seen.get(0).isSeen() ? NotInView.MOVING : reason));
    }

    /** Where the marketplace's pages have it; on others, whatever element says what was read of the page's data. */
    private Element named(String name) {
      String said = asked.stringOr(name, "");
      Element known = said.isEmpty() || !asked.flag("generic") ? PageHook.named(name) : Document.holding(said, TEXTS);
      return known == null ? PageHook.named(name) : known;
    }

    private void look(Sight.Seen seen) {
      Sight.look(kept, pictures, this::isWanted, seen);
    }

    private void answer(List<String> texts, List<Sight.Part> seen, NotInView reason) {
      if (this != live) {
        return;
      }
      List<Element> elements = kept;
      kept = new ArrayList<>();
      int first = pictures;
      pictures = 0;
      List<PageCapture.Box> boxes = new ArrayList<>();
      for (int i = 0; i < seen.size(); i++) {
        Sight.Part part = seen.get(i);
        if (part.isSeen()) {
          kept.add(elements.get(i));
          parts.add(part);
          pictures += i < first ? 1 : 0;
          boxes.add(new PageCapture.Box(part.left(), part.top(), part.right(), part.bottom()));
        }
      }
      answered = true;
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
  }

  private static String cut(String text) {
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
  }
}
