package shotdeed.server.complain.forecast;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Json;

/** All that was said when a complaint was prepared, kept with it. */
public final class KeptForecast {
  private KeptForecast() {}

  /** Keeps what was said. */
  public static void insert(Handle handle, int complaint, ShopForecast said) {
    handle.execute(
        "insert into complaint_forecast (complaint_id, answer) values (?, ?)",
        complaint,
        new String(Json.write(said), StandardCharsets.UTF_8));
  }

  /** What was said; empty for a complaint that is older than this was kept. */
  public static Optional<ShopForecast> of(Handle handle, int complaint) {
    return handle.createQuery("select answer from complaint_forecast where complaint_id = :id")
        .bind("id", complaint)
        .mapTo(String.class)
        .findOne()
        .map(said -> Json.read(said.getBytes(StandardCharsets.UTF_8), ShopForecast.class));
  }
}
