package shotdeed.server.ledger;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shotdeed.digest.Sha256;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/**
 * The log for everybody (c2sp.org/tlog-tiles): checkpoint, hashes and entries, which are hashes too, so that anybody can
 * watch that nothing is rewritten. The prefix is {@code /log/ID} of the origin {@code shotdeed/ID}.
 */
public final class LogRoutes implements RouteGroup {
  private static final Pattern PLACE = Pattern.compile("([0-9a-f]{16})/(checkpoint|key|tile/(.+))");
  private static final Pattern TILE =
      Pattern.compile("(entries|[0-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/){0,3}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");
  private static final int MAX_TILE = Integer.MAX_VALUE / Tiles.WIDTH;

  private final Database database;
  private final Ledger ledger;

  public LogRoutes(Database database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/log/<place>", this::serve);
  }

  private void serve(Context context) {
    Matcher place = PLACE.matcher(context.pathParam("place"));
    LogRow log = place.matches()
        ? database.read(handle -> LogStore.ofOrigin(handle, "shotdeed/" + place.group(1)))
        : null;
    if (log == null) {
      throw new Refused(Errors.NOT_FOUND);
    }
    switch (place.group(2)) {
      case "checkpoint" -> checkpoint(context, log);
      case "key" -> key(context, log);
      default -> tile(context, log, place.group(3));
    }
  }

  private void checkpoint(Context context, LogRow log) {
    String note = ledger.newest(log.origin());
    if (note == null) {
      throw new Refused(Errors.NOT_FOUND);
    }
    context.contentType("text/plain; charset=utf-8").header("Cache-Control", "no-cache").result(note);
  }

  private void key(Context context, LogRow log) {
    String key = database.read(handle -> KeyStore.newest(handle, log.id())).text();
    context.contentType("text/plain; charset=utf-8").header("Cache-Control", "no-cache").result(key + "\n");
  }

  private void tile(Context context, LogRow log, String asked) {
    Matcher place = TILE.matcher(asked);
    if (!place.matches()) {
      throw new Refused(Errors.NOT_FOUND);
    }
    long number = Long.parseLong(place.group(2).replace("x", "").replace("/", ""));
    int width = place.group(3) == null ? Tiles.WIDTH : Integer.parseInt(place.group(3));
    if (number > MAX_TILE || width > Tiles.WIDTH || width == Tiles.WIDTH && place.group(3) != null) {
      throw new Refused(Errors.NOT_FOUND);
    }
    byte[] found = place.group(1).equals("entries")
        ? entries(log, (int) number, width)
        : hashes(log, Integer.parseInt(place.group(1)), (int) number, width);
    context
        .contentType("application/octet-stream")
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .result(found);
  }

  private byte[] hashes(LogRow log, int level, int number, int width) {
    byte[] tile = database.read(handle -> new Tiles(handle, log.id()).tile(level, number));
    if (tile.length < width * Sha256.BYTES) {
      throw new Refused(Errors.NOT_FOUND);
    }
    return Arrays.copyOf(tile, width * Sha256.BYTES);
  }

  private byte[] entries(LogRow log, int number, int width) {
    int from = number * Tiles.WIDTH;
    if (from > log.size() - width) {
      throw new Refused(Errors.NOT_FOUND);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Leaf leaf : database.read(handle -> LogStore.range(handle, log.id(), from, from + width))) {
      out.write(leaf.commitment().length >> Byte.SIZE);
      out.write(leaf.commitment().length);
      out.writeBytes(leaf.commitment());
    }
    return out.toByteArray();
  }
}
