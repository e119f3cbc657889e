package shotdeed.extension.rig;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Pictures that are served so that nothing keeps them, and how often the extension, not the page, asked for each. */
public final class Fetched {
  private final Site site;
  private final List<String> paths = new CopyOnWriteArrayList<>();

  public Fetched(Site site) {
    this.site = site;
  }

  /** Serves a picture under a path. */
  public Fetched serve(String path, byte[] jpeg) {
    site.on(
        path,
        exchange -> {
          if (!"image".equals(exchange.getRequestHeaders().getFirst("Sec-Fetch-Dest"))) {
            paths.add(path);
          }
          exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
          exchange.getResponseHeaders().set("Cache-Control", "no-store");
          exchange.sendResponseHeaders(200, jpeg.length);
          exchange.getResponseBody().write(jpeg);
        });
    return this;
  }

  /** The paths that the extension asked for, in order, once for each time. */
  public List<String> paths() {
    return paths;
  }
}
