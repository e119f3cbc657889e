package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.complain.forms.FormFiles;
import shotdeed.server.platform.AttachmentName;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.FreeSpace;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** A complaint's files for the form of a marketplace. */
public final class FormFilePages implements RouteGroup {
  private static final String FILES = "/complaints/{id}/files";

  private final Desk desk;
  private final FormFiles files;
  private final Incoming incoming;

  public FormFilePages(Desk desk, FormFiles files, Incoming incoming) {
    this.desk = desk;
    this.files = files;
    this.incoming = incoming;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(FILES, context -> show(context, null));
    routes.post(FILES + "/release", this::release);
    routes.post(FILES + "/hold", this::hold);
    routes.get(FILES + "/{form}/all.zip", this::zip);
    routes.get(FILES + "/{form}/{part}/{name}", this::file);
  }

  private void show(Context context, Refused problem) throws IOException {
    Visit visit = desk.signedIn(context);
    int id = Bearer.number(context, "id");
    boolean asked = problem == null;
    String form = asked ? context.queryParam("form") : visit.field("form");
    Language language = Language.of(asked ? context.queryParam("sheets") : visit.field("sheets"));
    int part = asked ? Paging.asked(context) : number(visit.field("page"));
    FormFiles.View view = files.look(visit.caller(), id, form == null ? "" : form, language, part);
    String address = address(id, view);
    Page page = asked ? visit.page("complaints") : visit.page("complaints", address, problem);
    Map<String, Object> model = new HashMap<>();
    model.put("view", view);
    model.put("forms", files.forms());
    model.put("paging", Paging.of(view.part(), 1, view.parts(), address));
    desk.show(context, "form-files", page, model);
  }

  private static String address(int id, FormFiles.View view) {
    String address = "/complaints/" + id + "/files";
    return view.form() == null
        ? address
        : address + "?form=" + view.form().id() + "&sheets=" + view.language().tag();
  }

  private static int number(String text) {
    try {
      return Math.max(1, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private void release(Context context) throws IOException {
    Visit visit = desk.form(context);
    files.requireOwn(visit.caller(), Bearer.number(context, "id"));
    if (!visit.field("hand").equals("yes")) {
      show(context, new Refused(Errors.FIELD_INVALID, "hand", "yes"));
      return;
    }
    said(context, visit, true);
  }

  private void hold(Context context) {
    said(context, desk.form(context), false);
  }

  private void said(Context context, Visit visit, boolean handed) {
    int id = Bearer.number(context, "id");
    String form = visit.field("form");
    String slot = visit.field("slot");
    files.release(visit.caller(), id, form, slot, handed);
    Language sheets = Language.of(visit.field("sheets"));
    String next = "/complaints/" + id + "/files?form=" + form + (sheets == null ? "" : "&sheets=" + sheets.tag())
        + "&page=" + number(visit.field("page")) + "#slot-" + slot;
    visit.done(handed ? "form-release" : "form-hold", id, next);
  }

  private void file(Context context) throws IOException {
    Caller caller = desk.signedIn(context).caller();
    int id = Bearer.number(context, "id");
    int part = number(context.pathParam("part"));
    FormFiles.Taken file = files.take(
        caller, id, context.pathParam("form"), sheets(context), part, context.pathParam("name"));
    context.contentType(file.mediaType());
    context.header("Content-Disposition", AttachmentName.header(file.name()));
    context.header("Content-Length", String.valueOf(file.bytes()));
    context.header("Content-Security-Policy", "sandbox; default-src 'none'");
    context.header("Cache-Control", "private, no-store");
    context.result(file.content());
  }

  private static Language sheets(Context context) {
    return Language.of(context.queryParam("sheets"));
  }

  /** Made whole, on disk, before it is sent: what fails is a page that says so, not half a file. */
  private void zip(Context context) throws IOException {
    Caller caller = desk.signedIn(context).caller();
    int id = Bearer.number(context, "id");
    String form = context.pathParam("form");
    InputStream made = FreeSpace.orRefused(() -> made(caller, id, form, sheets(context)));
    context.header("Cache-Control", "private, no-store");
    context.header("Content-Disposition", AttachmentName.header("complaint-" + id + "-" + form + ".zip"));
    context.contentType("application/zip").result(made);
  }

  /** The file goes when it was sent; what a server that died left is deleted at the next start. */
  private InputStream made(Caller caller, int id, String form, Language language) throws IOException {
    files.requireOwn(caller, id);
    incoming.space().require(0);
    Path file = Files.createTempFile(incoming.folder(), "form-", ".zip");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        files.pack(caller, id, form, language, out);
      }
      return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }
}
