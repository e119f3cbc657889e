package shotdeed.server.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Reads settings: a flag wins over the environment ({@code SHOTDEED_PUBLIC_URL} for {@code public-url}), and that over
 * {@code shotdeed.properties} in the data folder.
 */
public final class SettingsReader {
  /** The file in the data folder. */
  public static final String FILE = "shotdeed.properties";

  private static final String FLOOR = "free-space-floor-mib";
  private static final String PROXY = "trusted-proxy";
  private static final String MEMORY = "log-memory";
  private static final Set<String> NAMES =
      Set.of("host", "port", "public-url", FLOOR, PROXY, PrivateTargets.NAME, MEMORY);

  private final Map<String, String> flags;
  private final Map<String, String> environment;

  /**
   * @param flags by name without dashes; absent if not given
   * @param environment as {@link System#getenv()}
   */
  public SettingsReader(Map<String, String> flags, Map<String, String> environment) {
    this.flags = flags;
    this.environment = environment;
  }

  /**
   * Reads all settings.
   *
   * @throws IllegalArgumentException if one cannot be used, naming it
   */
  public Settings read() {
    String folder = first("data", new Properties());
    Path data = folder == null ? Path.of(System.getProperty("user.home"), ".shotdeed") : folder(folder);
    Properties file = file(data.resolve(FILE));
    String host = first("host", file);
    String port = first("port", file);
    String url = first("public-url", file);
    String floor = first(FLOOR, file);
    return new Settings(
        data.toAbsolutePath().normalize(),
        host == null ? Settings.DEFAULT_HOST : host,
        port == null ? Settings.DEFAULT_PORT : (int) number("port", port, 65_535),
        url == null ? null : address(url),
        floor == null ? Settings.DEFAULT_FREE_SPACE_FLOOR : number(FLOOR, floor, 1L << 40) << 20,
        PeopleSettings.read(name -> first(name, file)),
        TrustedProxies.of(first(PROXY, file)),
        PrivateTargets.of(first(PrivateTargets.NAME, file)),
        memory(first(MEMORY, file), data.toAbsolutePath().normalize()),
        OutsideSettings.read(name -> first(name, file)));
  }

  /** Beside the data folder unless said otherwise, so that whoever brings back an old copy of that leaves this alone. */
  private static Path memory(String named, Path data) {
    if ("off".equals(named)) {
      return null;
    }
    Path file = named == null
        ? data.resolveSibling(data.getFileName() + ".checkpoint")
        : folder(named).toAbsolutePath().normalize();
    if (file.startsWith(data)) {
      throw new IllegalArgumentException(MEMORY + " must be a file outside the data folder, or off");
    }
    return file;
  }

  /** The database's library takes a file's name as text only. */
  private static Path folder(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "cannot use the data folder " + PathText.shown(name) + ": set LANG to a UTF-8 locale, such as C.UTF-8", e);
    }
  }

  private String first(String name, Properties file) {
    String value = flags.get(name);
    if (value == null) {
      value = environment.get("SHOTDEED_" + name.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
    if (value == null) {
      value = file.getProperty(name);
    }
    return value == null || value.isBlank() ? null : value.trim();
  }

  private static Properties file(Path path) {
    Properties properties = new Properties();
    if (!Files.exists(path)) {
      return properties;
    }
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
    for (String name : properties.stringPropertyNames()) {
      if (!NAMES.contains(name) && !PeopleSettings.NAMES.contains(name) && !OutsideSettings.NAMES.contains(name)) {
        throw new IllegalArgumentException(path + ": there is no setting " + name);
      }
    }
    return properties;
  }

  private static long number(String name, String text, long max) {
    try {
      long value = Long.parseLong(text);
      if (value >= 0 && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a whole number, not " + text, e);
    }
    throw new IllegalArgumentException(name + " must be 0 to " + max + ", not " + text);
  }

  private static URI address(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("public-url is no address: " + text, e);
    }
  }
}
