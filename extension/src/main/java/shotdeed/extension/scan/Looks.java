package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.settings.Connection;
import shotdeed.extension.wire.LookJson;
import shotdeed.feature.FeatureKernel;
import shotdeed.feature.Features;
import shotdeed.fingerprint.Kernel;
import shotdeed.image.LumaImage;
import shotdeed.match.Finding;
import shotdeed.wire.GreyRaster;
import shotdeed.wire.Look;
import shotdeed.wire.LookCodec;
import shotdeed.wire.LookMatch;
import shotdeed.wire.LookResult;

/**
 * Has the server look at one picture: as numbers, and as a small grey raster once the server asks for it. Neither the
 * picture's address nor its bytes are sent.
 */
final class Looks {
  /** After so many seconds a server that did not answer is tried again. */
  private static final int RETRY_SECONDS = 30;

  /** Looks at a time; the server takes a few of one account, and refuses more. */
  private static final int AT_ONCE = 2;

  private static final int TURN_MILLIS = 20;

  /** A server that is busy with others is asked again so often, after a while. */
  private static final int BUSY_TRIES = 4;

  private static final int BUSY_MILLIS = 1_000;

  private int running;
  private final FeatureKernel kernel = new FeatureKernel();

  /** Why there is no answer, as the panel knows it. */
  enum Trouble {
    /** Nobody answers, or not now. */
    AWAY,
    /** The server cannot look: it is of another version than this extension. */
    CANNOT
  }

  /** There is no answer. */
  static final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;
    private final Trouble trouble;

    NoAnswer(Trouble trouble, String message) {
      super(message);
      this.trouble = trouble;
    }

    Trouble trouble() {
      return trouble;
    }
  }

  /**
   * Waits for what the server sees in a picture: copies first, then related pictures; none of either is the usual answer.
   *
   * @param home the library that is asked; an answer of another would be about other certificates
   * @param findings of this browser's own match, the clearest first; may be empty
   */
  List<LookMatch> at(String home, LumaImage picture, List<Finding> findings) throws NoAnswer {
    Connection connection = Connection.load();
    if (connection == null || !connection.home().equals(home)) {
      throw new NoAnswer(Trouble.AWAY, "this browser is paired with another library");
    }
    Features features = kernel.query(picture);
    while (running >= AT_ONCE) {
      Tasks.pause(TURN_MILLIS);
    }
    running++;
    try {
      LookResult result = ask(connection, look(features, findings, null));
      if (result.rasterWanted()) {
        int side = Math.max(1, Math.min(GreyRaster.MAX_SIDE, result.rasterSide()));
        result = ask(connection, look(features, findings, GreyRaster.of(picture, side)));
      }
      return result.matches();
    } catch (Http.Unreachable e) {
      Extension.soon(RETRY_SECONDS);
      throw new NoAnswer(Trouble.AWAY, e.getMessage());
    } catch (Connection.ServerRefused e) {
      if (e.isFinal()) {
        Tasks.log("ShotDeed: the server cannot look: " + e.getMessage());
        throw new NoAnswer(Trouble.CANNOT, e.getMessage());
      }
      Extension.soon(RETRY_SECONDS);
      throw new NoAnswer(Trouble.AWAY, e.getMessage());
    } finally {
      running--;
    }
  }

  private static Look look(Features features, List<Finding> findings, GreyRaster raster) {
    List<Look.Candidate> candidates = new ArrayList<>();
    for (Finding finding : findings) {
      if (candidates.size() < Look.MAX_CANDIDATES) {
        candidates.add(
            new Look.Candidate(
                finding.certificate(), finding.distance(), finding.form(), finding.region(), finding.original()));
      }
    }
    return new Look(Kernel.VERSION, FeatureKernel.VERSION, candidates, features, raster);
  }

  private static LookResult ask(Connection connection, Look look) throws Http.Unreachable, Connection.ServerRefused {
    byte[] body = LookCodec.encode(look);
    for (int tries = 1; ; tries++) {
      try {
        return LookJson.result(connection.post("/api/v1/look", body, LookCodec.MEDIA_TYPE));
      } catch (Json.WrongShape e) {
        throw Connection.notUnderstood(200);
      } catch (Connection.ServerRefused e) {
        if (!e.problem().code().equals("busy") || tries == BUSY_TRIES) {
          throw e;
        }
        Tasks.pause(BUSY_MILLIS);
      }
    }
  }
}
