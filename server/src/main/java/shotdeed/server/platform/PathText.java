package shotdeed.server.platform;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Names of files as text, whatever the locale. Java reads and writes names in the locale's encoding, and in {@code C}
 * turns every other character than ASCII into a question mark; addresses of files hold their bytes as they are. Names
 * are UTF-8 where the locale cannot tell.
 */
public final class PathText {
  private static final char REPLACED = '\uFFFD';
  private static final String LETTERS = "abtnvfr"; // for 7 to 13

  private PathText() {}

  /**
   * The file of that name.
   *
   * @throws InvalidPathException if no file can have it
   */
  public static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      if (name.indexOf('\0') >= 0) {
        throw e;
      }
      Path here = Path.of("").toAbsolutePath();
      boolean relative = !name.startsWith("/");
      StringBuilder address = new StringBuilder("file://");
      address.append(relative ? trimmed(here.toUri().getRawPath()) + "/" : "");
      for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
        boolean plain = b == '/' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '.';
        address.append(plain ? "" + (char) b : "%%%02X".formatted(b));
      }
      try {
        Path path = Path.of(URI.create(address.toString()));
        return relative ? here.relativize(path) : path;
      } catch (IllegalArgumentException unusable) {
        throw e;
      }
    }
  }

  /**
   * The whole name of a file.
   *
   * @throws CharacterCodingException if the locale cannot tell it, and it is not UTF-8 either
   */
  public static String name(Path path) throws CharacterCodingException {
    String name = path.toString();
    if (name.indexOf(REPLACED) < 0) {
      return name;
    }
    String whole = decoded(path);
    if (path.isAbsolute()) {
      return whole;
    }
    return whole.substring(decoded(Path.of("").toAbsolutePath()).length() + 1);
  }

  /**
   * The name of a file below a folder, relative to it.
   *
   * @throws CharacterCodingException as {@link #name}
   */
  public static String name(Path folder, Path file) throws CharacterCodingException {
    String name = folder.relativize(file).toString();
    return name.indexOf(REPLACED) < 0 ? name : decoded(file).substring(decoded(folder).length() + 1);
  }

  /**
   * A name in one line of text: control characters as {@code ls --quoting-style=escape} writes them ({@code \n},
   * {@code \t}, {@code \033}), a backslash doubled where it is no separator.
   */
  public static String shown(String name, char separator) {
    StringBuilder text = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\\' && separator != '\\') {
        text.append("\\\\");
      } else if (c >= 7 && c <= 13) {
        text.append('\\').append(LETTERS.charAt(c - 7));
      } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          text.append("\\%03o".formatted(b & 0xff));
        }
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** {@link #shown(String, char)} of a name on this system. */
  public static String shown(String name) {
    return shown(name, java.io.File.separatorChar);
  }

  /** A file's name in one line of text; bytes that are no text become U+FFFD. */
  public static String shown(Path path) {
    try {
      return shown(name(path));
    } catch (CharacterCodingException e) {
      return shown(path.toString());
    }
  }

  private static String decoded(Path path) throws CharacterCodingException {
    String raw = trimmed(path.toAbsolutePath().toUri().getRawPath());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) == '%') {
        bytes.write(Integer.parseInt(raw.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(raw.charAt(i));
      }
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
  }

  private static String trimmed(String folder) {
    return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
  }
}
