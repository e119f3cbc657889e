package shotdeed.extension.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import shotdeed.fingerprint.BackgroundBank;
import shotdeed.fingerprint.Certifier;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.image.LumaImage;

/** What a server keeps of a photograph, computed here where no server is asked. */
public final class Certificates {
  private Certificates() {}

  /** The fingerprints of a photograph, with the radii of the bank that the program carries. */
  public static List<Fingerprint> of(LumaImage photograph) {
    try (InputStream in = BackgroundBank.class.getResourceAsStream("/shotdeed/fingerprint/background.bin")) {
      return new Certifier(BackgroundBank.of(in.readAllBytes())).certificate(photograph);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
