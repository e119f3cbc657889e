package shotdeed.server.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import shotdeed.fingerprint.BackgroundBank;

/** The background bank that the program carries, read when it is first needed. */
public final class BackgroundResource {
  private static final String NAME = "/shotdeed/fingerprint/background.bin";

  private BackgroundResource() {}

  private static final class Held {
    static final BackgroundBank BANK = read();
  }

  /** The one bank of the program. */
  public static BackgroundBank bank() {
    return Held.BANK;
  }

  private static BackgroundBank read() {
    try (InputStream in = BackgroundBank.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException("the background bank is missing from the program");
      }
      return BackgroundBank.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
