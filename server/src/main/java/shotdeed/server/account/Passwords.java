package shotdeed.server.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/**
 * What a password must be, and how it is kept: Argon2id (RFC 9106), 19 MiB of memory, 2 passes, 1 lane, 16 bytes of salt,
 * a hash of 32 bytes: the OWASP Password Storage Cheat Sheet's first choice where a server cannot spend the 64 MiB and 4
 * lanes of RFC 9106, section 4, on every attempt. A hash names its parameters; one with others is made anew at the next
 * sign-in.
 */
public final class Passwords {
  /** Characters (code points) at least; no rule about which. */
  public static final int MIN = 10;

  /** Characters at most: hashing must stay bounded. */
  public static final int MAX = 200;

  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  /** Hashes at a time: 19 MiB each, and the processor belongs to others too. */
  private static final Semaphore AT_ONCE = new Semaphore(2, true);

  private static final Set<String> REFUSED = refused();

  /** Compared where there is no account, so that an unknown name takes as long as a wrong password. */
  private static final String NOBODYS = hash("nobody signs in with this one");

  private Passwords() {}

  private static Set<String> refused() {
    try (InputStream in = Passwords.class.getResourceAsStream("/shotdeed/server/refused-passwords.txt")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      Set<String> words = new HashSet<>();
      for (String line : lines) {
        if (!line.isEmpty() && !line.startsWith("#")) {
          words.add(line);
        }
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException("the list of refused passwords is missing from the jar", e);
    }
  }

  /**
   * Refuses what is too short, too long, or among the first that anybody would try.
   *
   * @param names the person's own name and addresses, in any case; {@code null} entries are skipped
   */
  static void require(String password, List<String> names) {
    String text = normal(password);
    int length = text.codePointCount(0, text.length());
    if (length < MIN) {
      throw new Refused(Errors.PASSWORD_TOO_SHORT, MIN);
    }
    if (length > MAX) {
      throw new Refused(Errors.PASSWORD_TOO_LONG, MAX);
    }
    String folded = text.toLowerCase(Locale.ROOT);
    boolean same = folded.codePoints().distinct().count() < 3;
    boolean own = names.stream()
        .anyMatch(name -> name != null && normal(name).toLowerCase(Locale.ROOT).equals(folded));
    if (same || own || REFUSED.contains(folded)) {
      throw new Refused(Errors.PASSWORD_GUESSED);
    }
  }

  /** As stored. */
  static String hash(String password) {
    AT_ONCE.acquireUninterruptibly();
    try {
      return Password.hash(normal(password)).addRandomSalt(SALT_BYTES).with(ARGON2).getResult();
    } finally {
      AT_ONCE.release();
    }
  }

  /**
   * Whether a password is the one that was stored; as slow where nothing is.
   *
   * @param stored as from {@link #hash}, or {@code null}
   */
  static boolean matches(String password, String stored) {
    String text = normal(password);
    if (text.length() > 2 * MAX) {
      return false; // none that could have been set, so its slowness tells nothing
    }
    String compared = stored == null ? NOBODYS : stored;
    AT_ONCE.acquireUninterruptibly();
    try {
      boolean equal = Password.check(text, compared).with(Argon2Function.getInstanceFromHash(compared));
      return equal && stored != null;
    } finally {
      AT_ONCE.release();
    }
  }

  /** Whether a stored hash was made with other parameters than today's. */
  static boolean outdated(String stored) {
    return !Argon2Function.getInstanceFromHash(stored).equals(ARGON2);
  }

  /** The same password typed on another keyboard is the same: Unicode's NFKC (NIST SP 800-63B, 5.1.1.2). */
  private static String normal(String text) {
    return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
