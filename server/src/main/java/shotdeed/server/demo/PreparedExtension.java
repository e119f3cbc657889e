package shotdeed.server.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Refused;

/**
 * A copy of the built extension that may read the demo's two servers and pairs itself. The built one is never changed.
 *
 * <p>The patterns name the ports, which Chromium understands: the extension has no business on the other services of
 * this computer, nor on the console's pages.
 */
final class PreparedExtension {
  private static final String MANIFEST = "manifest.json";

  private final Path folder;

  private PreparedExtension(Path folder) {
    this.folder = folder;
  }

  /**
   * Copies the extension and gives the copy access to two origins.
   *
   * @param built folder of the built extension
   * @param folder where the copy goes; must not exist
   * @throws IOException if {@code built} is no extension, or the copy cannot be written
   */
  static PreparedExtension copy(Path built, Path folder, String server, String market) throws IOException {
    if (!isExtension(built)) {
      throw new IOException("there is no extension in " + built + " (no " + MANIFEST + ")");
    }
    try (Stream<Path> all = Files.walk(built)) {
      for (Path from : all.toList()) {
        Path to = folder.resolve(built.relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else {
          Files.copy(from, to);
        }
      }
    }
    grant(folder.resolve(MANIFEST), List.of(pattern(server), pattern(market)));
    return new PreparedExtension(folder);
  }

  static boolean isExtension(Path folder) {
    return Files.isRegularFile(folder.resolve(MANIFEST));
  }

  private static String pattern(String origin) {
    return origin + "/*";
  }

  private static void grant(Path manifest, List<String> patterns) throws IOException {
    ObjectNode json;
    try {
      json = Json.read(Files.readAllBytes(manifest), ObjectNode.class);
    } catch (Refused e) {
      throw new IOException("the extension's " + MANIFEST + " is no JSON object", e);
    }
    ArrayNode hosts = json.withArray("/host_permissions");
    patterns.forEach(hosts::add);
    replace(manifest, Json.writeIndented(json));
  }

  /**
   * Says with which link the extension pairs itself when it is loaded, and where it looks.
   *
   * @param link works once and for a while, so call this again from time to time
   */
  void preset(String link, String market) throws IOException {
    List<String> patterns = List.of(pattern(market));
    Map<String, Object> site = Map.of("id", market, "pages", patterns, "pictures", patterns, "market", "taobao");
    Map<String, Object> preset = Map.of("link", link, "device", "Demo browser", "sites", List.of(site));
    replace(folder.resolve("preset.json"), Json.writeIndented(preset));
  }

  /** A browser that reads meanwhile sees the old file or the new one, never half of it. */
  private static void replace(Path file, byte[] content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, content);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  Path folder() {
    return folder;
  }
}
