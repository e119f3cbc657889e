package shotdeed.server;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import shotdeed.server.platform.RouteGroup;

/** Serves the description of the interface for programs, to whoever asks: it says nothing about anybody's data. */
final class DescriptionRoutes implements RouteGroup {
  /** Of YAML, by RFC 9512. */
  static final String MEDIA_TYPE = "application/yaml";

  private static final String FILE = "openapi.yaml";

  @Override
  public void addTo(RoutesConfig routes) {
    byte[] description = read();
    routes.get("/api/v1/openapi.yaml", context -> context.contentType(MEDIA_TYPE).result(description));
  }

  private static byte[] read() {
    try (InputStream in = DescriptionRoutes.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }
}
