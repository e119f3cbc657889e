package shotdeed.server.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import shotdeed.feature.FeatureKernel;
import shotdeed.feature.Features;
import shotdeed.feature.FeaturesCodec;
import shotdeed.wire.GreyRaster;

/**
 * A pair that the extension once found and a person said is none, as the extension exports it.
 *
 * @param verdict what was said of it then: {@code copy} or {@code related}
 * @param features of the picture
 * @param raster the picture, grey and small
 */
record NotCopy(
    String verdict, String certificateSha256, String pictureSha256, Features features, GreyRaster raster) {
  private static final int FORMAT = 1;
  private static final long MAX_BYTES = 512L << 20;

  /**
   * All pairs of an export.
   *
   * @throws IOException if it cannot be read, or is none, with what is wrong
   */
  static List<NotCopy> read(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException("larger than " + (MAX_BYTES >> 20) + " MiB");
    }
    JsonNode export;
    try {
      export = new ObjectMapper().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new IOException("no JSON: " + e.getOriginalMessage(), e);
    }
    if (export.path("format").asInt() != FORMAT || !export.path("notCopies").isArray()) {
      throw new IOException("no export of mistakes, or of another version of the extension");
    }
    List<NotCopy> pairs = new ArrayList<>();
    for (JsonNode pair : export.get("notCopies")) {
      try {
        pairs.add(of(pair));
      } catch (IllegalArgumentException e) {
        throw new IOException("pair " + (pairs.size() + 1) + ": " + e.getMessage(), e);
      }
    }
    return pairs;
  }

  private static NotCopy of(JsonNode pair) {
    int version = pair.path("featureKernel").asInt();
    if (version != FeatureKernel.VERSION) {
      throw new IllegalArgumentException(
          "features of version " + version + ", and this program reads version " + FeatureKernel.VERSION);
    }
    return new NotCopy(
        pair.path("verdict").asText(),
        pair.path("certificateSha256").asText(),
        pair.path("pictureSha256").asText(),
        FeaturesCodec.decode(bytes(pair, "features")),
        new GreyRaster(
            pair.path("rasterWidth").asInt(), pair.path("rasterHeight").asInt(), bytes(pair, "raster")));
  }

  private static byte[] bytes(JsonNode pair, String name) {
    return Base64.getDecoder().decode(pair.path(name).asText());
  }
}
