package shotdeed.server.complain.forms;

import java.util.Map;

/** Names of files in plain ASCII: no form stumbles over them, and nothing that somebody typed is in them. */
final class FileNames {
  static final String UNKNOWN = "application/octet-stream";
  static final String JPEG = "image/jpeg";
  static final String PDF = "application/pdf";

  private static final Map<String, String> ENDINGS = Map.ofEntries(
      Map.entry(JPEG, "jpg"),
      Map.entry("image/png", "png"),
      Map.entry("image/gif", "gif"),
      Map.entry("image/webp", "webp"),
      Map.entry("image/bmp", "bmp"),
      Map.entry("image/tiff", "tif"),
      Map.entry("image/heif", "heic"),
      Map.entry("image/heic", "heic"),
      Map.entry("image/avif", "avif"),
      Map.entry(PDF, "pdf"),
      Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"));

  private FileNames() {}

  /** Of a media type. */
  static String ending(String mediaType) {
    return ENDINGS.getOrDefault(mediaType, "bin");
  }

  /** Of a file as it was uploaded: by what it is, or by its own name where that is plain. */
  static String ending(String mediaType, String name) {
    if (ENDINGS.containsKey(mediaType)) {
      return ENDINGS.get(mediaType);
    }
    String own = name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
    boolean plain = name.indexOf('.') >= 0 && own.matches("[a-z0-9]{1,5}") && !ENDINGS.containsValue(own);
    return plain ? own : "bin";
  }
}
