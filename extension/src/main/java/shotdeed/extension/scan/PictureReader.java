package shotdeed.extension.scan;

import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Pixels;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.site.PictureAddress;
import shotdeed.image.LumaImage;
import shotdeed.image.PictureHeader;

/** Fetches and decodes a picture of a page, with bounds on bytes, pixels and time. */
final class PictureReader {
  /** A picture of a listing has far fewer bytes; more is refused. */
  static final int MAX_BYTES = 32 << 20;

  private static final int TIMEOUT_MILLIS = 15_000;

  private PictureReader() {}

  /** Why a picture was not judged. */
  enum Trouble {
    /** No answer, or none within the time. */
    UNREACHABLE,
    /** The server of the picture answered with an error. */
    REFUSED,
    /** Too many bytes or pixels. */
    TOO_LARGE,
    /** No picture, or a damaged one. */
    UNDECODABLE,
    /** An address in a private network, named by a page that is not in one. */
    PRIVATE,
    /** More pictures than are checked on one page. */
    TOO_MANY,
    /** An error of our own, or a full disk. */
    FAILED
  }

  /** The picture could not be judged. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final Trouble trouble;

    Unreadable(Trouble trouble) {
      super(trouble.toString());
      this.trouble = trouble;
    }

    Trouble trouble() {
      return trouble;
    }
  }

  /** A decoded picture with its bytes as served, and what each step took in milliseconds. */
  record Read(String url, String type, byte[] bytes, LumaImage luma, double fetchMillis, double decodeMillis) {}

  /**
   * Waits for the picture in the best size that can be had.
   *
   * @param page address of the page: it may not make the extension ask where the page itself could not
   * @param picture address of the picture as the page names it
   */
  static Read read(String page, String picture) throws Unreadable {
    double start = Tasks.now();
    if (PrivateAddress.isOne(picture) && !PrivateAddress.isOne(page)) {
      throw new Unreadable(Trouble.PRIVATE);
    }
    Unreadable last = new Unreadable(Trouble.UNREACHABLE);
    for (String candidate : PictureAddress.candidates(picture)) {
      // As the browser does for the page itself: a secure page shows no insecure picture.
      String url = page.startsWith("https:") && candidate.startsWith("http:") ? "https:" + candidate.substring(5) : candidate;
      try {
        Http.Answer answer = Http.picture(url, MAX_BYTES, TIMEOUT_MILLIS);
        if (answer.status() < 200 || answer.status() > 299) {
          last = new Unreadable(Trouble.REFUSED);
          continue;
        }
        double fetched = Tasks.now();
        LumaImage luma = decode(answer.body());
        return new Read(url, answer.type(), answer.body(), luma, fetched - start, Tasks.now() - fetched);
      } catch (Http.Unreachable e) {
        last = new Unreadable(Trouble.UNREACHABLE);
      } catch (Http.TooLarge e) {
        last = new Unreadable(Trouble.TOO_LARGE);
      } catch (Unreadable e) {
        last = e;
      }
    }
    throw last;
  }

  private static LumaImage decode(byte[] bytes) throws Unreadable {
    PictureHeader header = PictureHeader.read(bytes);
    if (header == null) {
      throw new Unreadable(Trouble.UNDECODABLE);
    }
    if (header.tooLarge()) { // the browser would allocate four bytes for each pixel
      throw new Unreadable(Trouble.TOO_LARGE);
    }
    try {
      Pixels.Decoded pixels = Pixels.decode(bytes);
      return LumaImage.fromRgba(pixels.width(), pixels.height(), pixels.rgba());
    } catch (Pixels.Undecodable e) {
      throw new Unreadable(Trouble.UNDECODABLE);
    }
  }
}
