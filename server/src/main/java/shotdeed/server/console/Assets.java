package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.Secrets;

/** Style sheets and icon, from the jar. Their addresses change with their content, so that browsers may keep them. */
public final class Assets implements RouteGroup {
  private static final int TAG_LENGTH = 12;
  private static final String CSS = "text/css; charset=utf-8";
  private static final Asset PICO =
      read("/META-INF/resources/webjars/picocss__pico/" + picoVersion() + "/css/pico.min.css", CSS);
  private static final Asset CONSOLE = read("/shotdeed/server/console/console.css", CSS);
  private static final Asset LISTS = read("/shotdeed/server/console/lists.css", CSS);
  private static final Asset REVIEWS = read("/shotdeed/server/console/reviews.css", CSS);
  private static final Asset REVIEW =
      read("/shotdeed/server/console/review.js", "text/javascript; charset=utf-8");
  private static final Asset TRIAGE = read("/shotdeed/server/console/triage.css", CSS);
  private static final Asset TRIAGE_SCRIPT =
      read("/shotdeed/server/console/triage.js", "text/javascript; charset=utf-8");
  private static final Asset FORMS = read("/shotdeed/server/console/forms.css", CSS);
  private static final Asset FORMS_SCRIPT =
      read("/shotdeed/server/console/forms.js", "text/javascript; charset=utf-8");
  private static final Asset COPY = read("/shotdeed/server/console/copy.js", "text/javascript; charset=utf-8");
  private static final Asset UPLOAD = read("/shotdeed/server/console/upload.js", "text/javascript; charset=utf-8");
  private static final Asset BATCH = read("/shotdeed/server/console/batch.js", "text/javascript; charset=utf-8");
  private static final Asset LETTER = read("/shotdeed/server/console/letter.js", "text/javascript; charset=utf-8");
  private static final Asset VERIFY = read("/shotdeed/server/console/verify.css", CSS);
  private static final Asset ICON = read("/shotdeed/server/console/icon.svg", "image/svg+xml");

  private record Asset(byte[] bytes, String type, String tag) {}

  private static Asset read(String file, String type) {
    try (InputStream in = Assets.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the jar");
      }
      byte[] bytes = in.readAllBytes();
      return new Asset(bytes, type, Secrets.sha256(bytes).substring(0, TAG_LENGTH));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static String picoVersion() {
    try (InputStream in = Assets.class.getResourceAsStream("/shotdeed/server/version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("pico");
    } catch (IOException e) {
      throw new UncheckedIOException("version.properties is missing from the jar", e);
    }
  }

  /** Address of the base style sheet. */
  public static String pico() {
    return "/assets/pico.css?v=" + PICO.tag();
  }

  /** Address of our own style sheet for every page's frame. */
  public static String console() {
    return "/assets/console.css?v=" + CONSOLE.tag();
  }

  /** Address of our own style sheet for photographs in lists. */
  public static String lists() {
    return "/assets/lists.css?v=" + LISTS.tag();
  }

  /** Address of our own style sheet for contact sheets and disputes. */
  public static String reviews() {
    return "/assets/reviews.css?v=" + REVIEWS.tag();
  }

  /** Address of the script that lets reviews be done by keyboard. */
  public static String review() {
    return "/assets/review.js?v=" + REVIEW.tag();
  }

  /** Address of the upload page's script. */
  public static String upload() {
    return "/assets/upload.js?v=" + UPLOAD.tag();
  }

  /** Address of our own style sheet for the inbox of copies found, reports and charts. */
  public static String triage() {
    return "/assets/triage.css?v=" + TRIAGE.tag();
  }

  /** Address of our own style sheet for the result of checking a bundle. */
  public static String verify() {
    return "/assets/verify.css?v=" + VERIFY.tag();
  }

  /** Address of the script that lets the inbox be done by keyboard. */
  public static String triageScript() {
    return "/assets/triage.js?v=" + TRIAGE_SCRIPT.tag();
  }

  /** Address of our own style sheet for files of a marketplace's form. */
  public static String forms() {
    return "/assets/forms.css?v=" + FORMS.tag();
  }

  /** Address of the script that lets such files be dragged out. */
  public static String formsScript() {
    return "/assets/forms.js?v=" + FORMS_SCRIPT.tag();
  }

  /** Address of the script that copies a field. */
  public static String copy() {
    return "/assets/copy.js?v=" + COPY.tag();
  }

  /** Address of the script that counts ticked listings. */
  public static String batchScript() {
    return "/assets/batch.js?v=" + BATCH.tag();
  }

  /** Address of the script that copies a letter. */
  public static String letterScript() {
    return "/assets/letter.js?v=" + LETTER.tag();
  }

  /** Address of the icon. */
  public static String icon() {
    return "/assets/icon.svg?v=" + ICON.tag();
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/assets/pico.css", context -> send(context, PICO));
    routes.get("/assets/console.css", context -> send(context, CONSOLE));
    routes.get("/assets/lists.css", context -> send(context, LISTS));
    routes.get("/assets/reviews.css", context -> send(context, REVIEWS));
    routes.get("/assets/review.js", context -> send(context, REVIEW));
    routes.get("/assets/upload.js", context -> send(context, UPLOAD));
    routes.get("/assets/triage.css", context -> send(context, TRIAGE));
    routes.get("/assets/verify.css", context -> send(context, VERIFY));
    routes.get("/assets/triage.js", context -> send(context, TRIAGE_SCRIPT));
    routes.get("/assets/forms.css", context -> send(context, FORMS));
    routes.get("/assets/forms.js", context -> send(context, FORMS_SCRIPT));
    routes.get("/assets/copy.js", context -> send(context, COPY));
    routes.get("/assets/batch.js", context -> send(context, BATCH));
    routes.get("/assets/letter.js", context -> send(context, LETTER));
    routes.get("/assets/icon.svg", context -> send(context, ICON));
  }

  private static void send(Context context, Asset asset) {
    context.contentType(asset.type());
    context.header("Cache-Control", "public, max-age=31536000, immutable").result(asset.bytes());
  }
}
