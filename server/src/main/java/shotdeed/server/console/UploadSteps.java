package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.certify.UploadResult;
import shotdeed.server.platform.Bodies;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.upload.LookAtUpload;
import shotdeed.server.upload.OpenUpload;
import shotdeed.server.upload.ReceiveChunk;
import shotdeed.server.upload.ReviewUploads;
import shotdeed.server.upload.Upload;

/**
 * What the upload page's script talks to: an upload is opened with the names of its files, each file is sent in pieces,
 * and what became of it is asked for. Errors come in the words of the page's language.
 */
public final class UploadSteps implements RouteGroup {
  /** Header that carries the form's token. */
  private static final String TOKEN = "X-Shotdeed-Form";

  /** Bytes of a list of 2,000 names. */
  private static final int MAX_LIST = 2 << 20;

  private final Desk desk;
  private final OpenUpload open;
  private final ReceiveChunk receive;
  private final ReviewUploads review;
  private final LookAtUpload look;

  public UploadSteps(
      Desk desk, OpenUpload open, ReceiveChunk receive, ReviewUploads review, LookAtUpload look) {
    this.desk = desk;
    this.open = open;
    this.receive = receive;
    this.review = review;
    this.look = look;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/uploads", context -> answer(context, this::open));
    routes.get("/uploads/{id}", this::results);
    routes.get("/uploads/{id}/status", context -> answer(context, this::status));
    routes.put("/uploads/{id}/files/{file}", context -> answer(context, this::receive));
    routes.post("/uploads/{id}/discard", context -> answer(context, this::discard));
  }

  private interface Step {
    Object take(Context context, Visit visit) throws IOException;
  }

  private void answer(Context context, Step step) throws IOException {
    Visit visit = desk.anybody(context);
    try {
      if (visit.caller() == null) {
        throw new Refused(Errors.NOT_SIGNED_IN);
      }
      if (!context.method().name().equals("GET")) {
        visit.requireOwnForm(context.header(TOKEN));
      }
      Json.send(context, step.take(context, visit));
    } catch (Refused refused) {
      if (visit.caller() != null && context.method().name().equals("PUT")) {
        Bodies.drain(context);
      }
      Map<String, Object> problem = new LinkedHashMap<>();
      problem.put("code", refused.error().code());
      problem.put("title", refused.title(visit.texts()));
      problem.put("detail", refused.detail(visit.texts()));
      problem.putAll(refused.members());
      context.status(refused.error().status());
      Json.send(context, problem);
    }
  }

  private Object open(Context context, Visit visit) throws IOException {
    OpenUpload.Opened opened = open.run(visit.caller(), Bodies.json(context, OpenUpload.Request.class, MAX_LIST));
    return row("upload", opened.upload(), "files", opened.files());
  }

  private Object receive(Context context, Visit visit) throws IOException {
    long received = receive.run(
        visit.caller(),
        Bearer.number(context, "id"),
        Bearer.number(context, "file"),
        number(context, "offset"),
        context.req().getContentLengthLong(),
        context.req().getInputStream());
    return row("received", received);
  }

  private Object status(Context context, Visit visit) {
    String after = context.queryParam("after");
    Upload.Status status =
        look.run(visit.caller(), Bearer.number(context, "id"), after == null ? 0 : (int) number(context, "after"));
    List<Object> lines = new ArrayList<>();
    Page page = visit.page("certificates");
    for (Upload.Line line : status.lines()) {
      String words = line.code() == null ? page.t("results.accepted") : why(page, line.code());
      lines.add(row("id", line.id(), "file", line.file(), "name", line.name(), "certificate", line.certificate(),
          "refused", line.code() != null, "words", words));
    }
    return row(
        "upload", status.upload().id(),
        "created", page.time(status.upload().createdAt()),
        "unpublished", status.upload().unpublished(),
        "basis", status.upload().basis(),
        "firstPublished", status.upload().firstPublished(),
        "publishedOn", status.upload().publishedOn(),
        "category", status.upload().subject().category().id(),
        "person", status.upload().subject().person().text(),
        "files", status.files(),
        "lines", lines,
        "done", status.done());
  }

  private Object discard(Context context, Visit visit) {
    review.discard(visit.caller(), Bearer.number(context, "id"));
    return row("discarded", true);
  }

  /** What became of an upload, as a page; it says so if something is still to come. */
  private void results(Context context) {
    Visit visit = desk.signedIn(context);
    Upload.Status status = look.run(visit.caller(), Bearer.number(context, "id"), 0);
    List<UploadResult> results = new ArrayList<>();
    for (Upload.Line line : status.lines()) {
      results.add(new UploadResult(
          line.name(), line.certificate(), line.state(), line.code(), null, line.existing()));
    }
    int accepted = (int) results.stream().filter(result -> result.code() == null).count();
    long open = status.files().stream().filter(file -> !file.state().equals("done")).count();
    desk.show(
        context,
        "upload-results",
        visit.page("certificates"),
        Map.of("results", results, "accepted", accepted, "open", (int) open, "skipped", status.skipped()));
  }

  /** Why a file was refused; what is no fault of the file has the words of its error. */
  public static String why(Page page, String code) {
    return words(page, "refusal." + code, "error." + code, code);
  }

  /** What to do about it. */
  public static String todo(Page page, String code) {
    return words(page, "refusal." + code + ".todo", "upload.refused.todo", code);
  }

  private static String words(Page page, String key, String otherwise, String last) {
    for (String each : List.of(key, otherwise)) {
      if (page.texts().keys().contains(each)) {
        return page.t(each);
      }
    }
    return last;
  }

  private static long number(Context context, String name) {
    try {
      long number = Long.parseLong(String.valueOf(context.queryParam(name)));
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw Fields.invalid(name, "a whole number");
    }
    throw Fields.invalid(name, "a whole number");
  }

  private static Map<String, Object> row(Object... namesAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return row;
  }
}
