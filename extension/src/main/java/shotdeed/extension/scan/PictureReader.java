package shotdeed.extension.scan;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Referer;
import shotdeed.extension.browser.Tasks;
import shotdeed.image.LumaImage;
import shotdeed.model.Unjudged;
import shotdeed.picture.PictureServers;

/** Fetches and decodes a picture of a page, with bounds on bytes, pixels and time. */
final class PictureReader {
  /** For one address. */
  private static final int TIMEOUT_MILLIS = 15_000;

  /** For all addresses of one picture: the last, the page's own, is tried all the same. */
  private static final int ALL_MILLIS = 20_000;

  private PictureReader() {}

  /** Why a picture's bytes could not be had. What is wrong with bytes that could is {@link Unjudged}. */
  enum Trouble {
    /** No answer, or none within the time. */
    UNREACHABLE("unreachable"),
    /** The user has not allowed to read from its server yet, and without that it gave nothing. */
    NO_ACCESS("unreachable"),
    /** The server of the picture answered with an error. */
    REFUSED("refused"),
    /** An address in a private network, named by a page that is not in one. */
    PRIVATE("private"),
    /** More pictures than are checked on one page. */
    TOO_MANY("too-many"),
    /** An error of our own, or a full disk. */
    FAILED("failed");

    private final String text;

    Trouble(String text) {
      this.text = text;
    }

    /** As written in messages, such as {@code too-many}. */
    String text() {
      return text;
    }
  }

  /** The picture's bytes could not be had. */
  static final class Unfetched extends Exception {
    private static final long serialVersionUID = 1L;
    private final Trouble trouble;
    private final String asked;

    /** @param asked the address that was asked last */
    Unfetched(Trouble trouble, String asked) {
      super(trouble.toString());
      this.trouble = trouble;
      this.asked = asked;
    }

    Trouble trouble() {
      return trouble;
    }

    String asked() {
      return asked;
    }
  }

  /** A decoded picture with its bytes as served, and what each step took in milliseconds. */
  record Read(String url, String type, byte[] bytes, LumaImage luma, double fetchMillis, double decodeMillis) {}

  /**
   * Waits for the picture in the best size that can be had. What went wrong is told of the page's own address, the last.
   *
   * @param page address of the page: it may not make the extension ask where the page itself could not
   * @param picture address of the picture as the page names it
   */
  static Read read(String page, String picture) throws Unfetched, PictureDecoder.Unreadable {
    double start = Tasks.now();
    if (PrivateAddress.isOne(picture) && !PrivateAddress.isOne(page)) {
      throw new Unfetched(Trouble.PRIVATE, picture);
    }
    Unfetched unfetched = new Unfetched(Trouble.UNREACHABLE, picture);
    boolean guarded = false;
    PictureDecoder.Unreadable unreadable = null;
    List<String> candidates = PictureServers.candidates(picture);
    for (int i = 0; i < candidates.size(); i++) {
      String candidate = candidates.get(i);
      boolean own = i == candidates.size() - 1;
      if (!own && Tasks.now() > start + ALL_MILLIS) {
        continue;
      }
      // As the browser does for the page itself: a secure page shows no insecure picture.
      String url = page.startsWith("https:") && candidate.startsWith("http:") ? "https:" + candidate.substring(5) : candidate;
      try {
        Http.Answer answer = answer(page, url);
        if (answer.status() < 200 || answer.status() > 299) {
          unfetched = new Unfetched(Trouble.REFUSED, url);
          guarded = isGuarded(answer);
          unreadable = null;
          continue;
        }
        double fetched = Tasks.now();
        LumaImage luma = PictureDecoder.decode(answer.body());
        return new Read(url, answer.type(), answer.body(), luma, fetched - start, Tasks.now() - fetched);
      } catch (Http.Unreachable e) {
        unfetched = new Unfetched(Trouble.UNREACHABLE, url);
        guarded = true;
        unreadable = null;
      } catch (Http.TooLarge e) {
        unreadable = new PictureDecoder.Unreadable(Unjudged.TOO_MANY_BYTES);
      } catch (PictureDecoder.Unreadable e) {
        unreadable = e;
      }
    }
    if (unreadable != null) {
      throw unreadable;
    }
    throw guarded && isOutOfBounds(unfetched.asked()) ? new Unfetched(Trouble.NO_ACCESS, unfetched.asked()) : unfetched;
  }

  /** Whether it is for want of access that a server gave nothing: some answer everybody, and need none. */
  private static boolean isOutOfBounds(String url) {
    String server = Address.server(url);
    return !server.isEmpty() && !Extension.mayRead(server);
  }

  /** Some servers answer nobody but the pages that show their pictures: they are told which page it is, and no other server is. */
  private static Http.Answer answer(String page, String url) throws Http.Unreachable, Http.TooLarge {
    Http.Answer answer = Http.picture(url, PictureDecoder.MAX_BYTES, TIMEOUT_MILLIS);
    if (!isGuarded(answer)) {
      return answer;
    }
    Http.Answer named =
        Referer.naming(
            Address.origin(page), Address.origin(url), () -> Http.pictureAnew(url, PictureDecoder.MAX_BYTES, TIMEOUT_MILLIS));
    return named == null ? answer : named;
  }

  private static boolean isGuarded(Http.Answer answer) {
    return answer.status() == 401 || answer.status() == 403;
  }
}
