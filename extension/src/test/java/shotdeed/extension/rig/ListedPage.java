package shotdeed.extension.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of {@code pages.csv}, which says what its fields mean.
 *
 * @param copies stolen pictures that are to be found on it
 */
public record ListedPage(
    String file,
    String address,
    String kind,
    String market,
    String site,
    String listingId,
    String title,
    String shopId,
    String shopName,
    List<String> copies) {
  /** All of them. */
  public static List<ListedPage> all() {
    List<ListedPage> pages = new ArrayList<>();
    for (String line : new String(bytes("pages.csv"), StandardCharsets.UTF_8).split("\n")) {
      if (!line.startsWith("#") && !line.startsWith("file;") && !line.isBlank()) {
        String[] f = line.split(";", -1);
        pages.add(
            new ListedPage(f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9].isEmpty() ? List.of() : List.of(f[9].split(" "))));
      }
    }
    return pages;
  }

  /** The page itself. */
  public byte[] html() {
    return bytes(file);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = ListedPage.class.getResourceAsStream("/pages/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return file.substring(file.indexOf('/') + 1);
  }
}
