package shotdeed.server.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Who else says when this server's log had come so far, and whose logs this server says it of.
 *
 * @param stampUrl of an authority of RFC 3161, or {@code null}
 * @param stampRoots what the authority's certificate must come from; empty if it may be any
 * @param witnessUrl of a witness of this server's log, without {@code /add-checkpoint}, or {@code null}
 * @param witnessKey the verifier key of that witness, or {@code null}
 * @param witnessed verifier keys of the logs that this server is a witness of
 * @param targets authorities and witnesses inside the server's own network
 */
public record OutsideSettings(
    String stampUrl,
    List<X509Certificate> stampRoots,
    String witnessUrl,
    String witnessKey,
    List<String> witnessed,
    PrivateTargets targets) {
  /** Nobody, which is usual. */
  public static final OutsideSettings NONE =
      new OutsideSettings(null, List.of(), null, null, List.of(), PrivateTargets.NONE);

  static final Set<String> NAMES =
      Set.of("stamp-url", "stamp-ca", "witness-url", "witness-key", "witness-logs", PrivateTargets.OUTSIDE);

  private static final int MOST_ROOTS = 100;
  private static final int MOST_LOGS = 100;
  private static final long MAX_PEM = 1 << 20;

  /**
   * Reads them.
   *
   * @param value the setting of a name, or {@code null}
   * @throws IllegalArgumentException if one cannot be used, naming it
   */
  static OutsideSettings read(UnaryOperator<String> value) {
    String stampUrl = value.apply("stamp-url");
    String ca = value.apply("stamp-ca");
    if (stampUrl == null && ca != null) {
      throw new IllegalArgumentException("stamp-ca is set, but not stamp-url: say which authority to ask");
    }
    String witnessUrl = value.apply("witness-url");
    String witnessKey = value.apply("witness-key");
    if ((witnessUrl == null) != (witnessKey == null)) {
      throw new IllegalArgumentException("witness-url and witness-key belong together: set both or neither");
    }
    PrivateTargets targets = PrivateTargets.of(PrivateTargets.OUTSIDE, value.apply(PrivateTargets.OUTSIDE));
    requireAddress("stamp-url", stampUrl, targets);
    requireAddress("witness-url", witnessUrl, targets);
    return new OutsideSettings(
        stampUrl,
        ca == null ? List.of() : roots(ca),
        witnessUrl == null ? null : witnessUrl.replaceAll("/+$", ""),
        witnessKey,
        keys(value.apply("witness-logs")),
        targets);
  }

  /** What can be seen from the address alone is said at the start. */
  private static void requireAddress(String name, String url, PrivateTargets targets) {
    if (url == null) {
      return;
    }
    try {
      new AddressFilter(targets).withPlain().check(url);
    } catch (AddressFilter.Forbidden e) {
      String why = e.fault() == AddressFilter.Fault.PRIVATE
          ? " leads into your own network: name its host and port in " + PrivateTargets.OUTSIDE
          : " must be an address such as https://tsa.example.org/tsr";
      throw new IllegalArgumentException(name + why + ", not " + url, e);
    }
  }

  private static List<X509Certificate> roots(String file) {
    List<X509Certificate> roots = new ArrayList<>();
    try {
      Path path = Path.of(file);
      if (Files.size(path) > MAX_PEM) {
        throw new IllegalArgumentException("stamp-ca: " + file + " is too large to hold certificates");
      }
      try (InputStream in = Files.newInputStream(path)) {
        for (var each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
          roots.add((X509Certificate) each);
        }
      }
    } catch (IOException | InvalidPathException | CertificateException e) {
      throw new IllegalArgumentException("stamp-ca: cannot read certificates from " + PathText.shown(file), e);
    }
    if (roots.isEmpty() || roots.size() > MOST_ROOTS) {
      throw new IllegalArgumentException(
          "stamp-ca: " + PathText.shown(file) + " must hold 1 to " + MOST_ROOTS + " certificates (PEM), not "
              + roots.size());
    }
    return List.copyOf(roots);
  }

  private static List<String> keys(String text) {
    List<String> keys = new ArrayList<>();
    for (String each : text == null ? new String[0] : text.split(",")) {
      if (!each.isBlank()) {
        keys.add(each.trim());
      }
    }
    if (keys.size() > MOST_LOGS) {
      throw new IllegalArgumentException("witness-logs names more than " + MOST_LOGS + " logs");
    }
    return List.copyOf(keys);
  }
}
