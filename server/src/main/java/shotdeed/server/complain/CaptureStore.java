package shotdeed.server.complain;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Json;
import shotdeed.wire.CaptureClient;
import shotdeed.wire.PageCapture;

/** The pages of complaints at the click. */
public final class CaptureStore {
  private CaptureStore() {}

  static void insert(Handle handle, int complaint, Capture capture) {
    PageCapture page = capture.page();
    handle.createUpdate(
            """
            insert into complaint_capture (complaint_id, extension, browser, language, page_url, title, texts, width,
              height, screenshot_at, keep, unseen, page_of_sighting, screenshot_width, screenshot_height)
            values (:complaint, :extension, :browser, :language, :url, :title, :texts, :width,
              :height, :at, :keep, :unseen, :sighting, :shotWidth, :shotHeight)""")
        .bind("complaint", complaint)
        .bind("extension", capture.client().extension())
        .bind("browser", capture.client().browser())
        .bind("language", capture.client().language())
        .bind("url", page == null ? null : page.url())
        .bind("title", page == null ? null : page.title())
        .bind("texts", page == null ? null : text(page.texts()))
        .bind("width", page == null ? null : page.width())
        .bind("height", page == null ? null : page.height())
        .bind("at", page == null ? null : page.screenshotAt())
        .bind("keep", page == null ? null : text(page.keep()))
        .bind("unseen", page == null ? null : page.unseen())
        .bind("sighting", capture.pageOfSighting() == 0 ? null : capture.pageOfSighting())
        .bind("shotWidth", capture.screenshotWidth() == 0 ? null : capture.screenshotWidth())
        .bind("shotHeight", capture.screenshotHeight() == 0 ? null : capture.screenshotHeight())
        .execute();
  }

  /** The page of a complaint; {@code null} for one from before it was captured. */
  public static Capture of(Handle handle, int complaint) {
    return handle.createQuery("select * from complaint_capture where complaint_id = :complaint")
        .bind("complaint", complaint)
        .map((rs, ctx) -> new Capture(
            page(rs),
            new CaptureClient(rs.getString("extension"), rs.getString("browser"), rs.getString("language")),
            rs.getInt("page_of_sighting"),
            rs.getInt("screenshot_width"),
            rs.getInt("screenshot_height")))
        .findOne()
        .orElse(null);
  }

  private static PageCapture page(ResultSet rs) throws SQLException {
    return rs.getString("page_url") == null
        ? null
        : new PageCapture(
            rs.getString("page_url"),
            rs.getString("title"),
            List.of(Json.read(bytes(rs, "texts"), String[].class)),
            rs.getInt("width"),
            rs.getInt("height"),
            rs.getString("screenshot_at"),
            List.of(Json.read(bytes(rs, "keep"), PageCapture.Box[].class)),
            rs.getString("unseen"));
  }

  private static byte[] bytes(ResultSet rs, String column) throws SQLException {
    return rs.getString(column).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(List<?> list) {
    return new String(Json.write(list), StandardCharsets.UTF_8);
  }
}
