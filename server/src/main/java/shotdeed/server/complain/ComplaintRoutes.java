package shotdeed.server.complain;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Devices;
import shotdeed.server.complain.fields.SubmitForm;
import shotdeed.server.platform.Bodies;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Multipart;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.RouteGroup;
import shotdeed.wire.ComplaintRequest;
import shotdeed.wire.ComplaintSummary;

/** Forecasts and complaints, for programs. */
public final class ComplaintRoutes implements RouteGroup {
  private static final long MAX_REQUEST = 12L << 20;

  private final Devices devices;
  private final ForecastShop forecast;
  private final PrepareComplaint prepare;
  private final SubmitForm submitted;
  private final ListComplaints list;
  private final Origin origin;
  private final Incoming incoming;

  public ComplaintRoutes(
      Devices devices,
      ForecastShop forecast,
      PrepareComplaint prepare,
      SubmitForm submitted,
      ListComplaints list,
      Origin origin,
      Incoming incoming) {
    this.devices = devices;
    this.forecast = forecast;
    this.prepare = prepare;
    this.submitted = submitted;
    this.list = list;
    this.origin = origin;
    this.incoming = incoming;
  }

  /** That a complaint, or a part of it, was lodged; see {@link SubmitForm.Stated}. */
  public record SubmittedRequest(
      String caseNumber,
      Boolean correct,
      Boolean again,
      String form,
      Integer part,
      String confirmation,
      String submittedOn,
      String language,
      List<SubmittedPart.Sent> sent) {
    SubmitForm.Stated stated() {
      Language spoken = Language.of(language);
      if (language != null && spoken == null) {
        throw Fields.invalid("language", "en, zh-CN or zh-TW");
      }
      return new SubmitForm.Stated(
          form,
          part,
          caseNumber,
          confirmation,
          Boolean.TRUE.equals(correct),
          Boolean.TRUE.equals(again),
          submittedOn,
          spoken,
          sent);
    }
  }

  /** A case number that was corrected. */
  public record EarlierCaseNumber(String caseNumber, Instant replacedAt, String replacedBy) {}

  /** A page of complaints; {@code total} counts all pages. */
  public record PageResponse(int page, int pageSize, int total, List<ComplaintSummary> complaints) {}

  /**
   * All that its seller sees of a complaint.
   *
   * @param forecast as it was when the complaint was prepared, or {@code null}
   */
  public record DetailsResponse(
      ComplaintSummary complaint,
      String site,
      String shopId,
      String preparedBy,
      Instant statedPreparedAt,
      Instant submittedAt,
      List<EarlierCaseNumber> earlierCaseNumbers,
      String ownershipStatement,
      String screenshotSha256,
      String noScreenshot,
      String manifestSha256,
      JsonNode forecast) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/sightings/{id}/forecast", this::forecast);
    routes.post("/api/v1/complaints", this::prepare);
    routes.get("/api/v1/complaints", this::list);
    routes.get("/api/v1/complaints/{id}", this::one);
    routes.post("/api/v1/complaints/{id}/submitted", this::submitted);
  }

  private void forecast(Context context) {
    Json.send(context, forecast.ofSighting(Bearer.caller(context, devices), Bearer.number(context, "id")));
  }

  private void prepare(Context context) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    try (Multipart form = Multipart.receive(context, incoming, MAX_REQUEST)) {
      ComplaintRequest request = form.json("complaint", ComplaintRequest.class);
      Json.send(context, prepare.run(caller, request, form.fileOrNull("screenshot")).summary(origin));
    }
  }

  private void list(Context context) {
    ListComplaints.Page page = list.list(Bearer.caller(context, devices), Bearer.page(context));
    List<ComplaintSummary> summaries = page.complaints().stream().map(c -> c.summary(origin)).toList();
    Json.send(context, new PageResponse(page.page(), ListComplaints.PAGE, page.total(), summaries));
  }

  private void one(Context context) throws IOException {
    CaseComplaint c = list.one(Bearer.caller(context, devices), Bearer.number(context, "id"));
    Json.send(
        context,
        new DetailsResponse(
            c.summary(origin),
            c.site(),
            c.shopId(),
            c.preparedBy(),
            c.statedPreparedAt(),
            c.submittedAt(),
            c.earlierNumbers().stream()
                .map(e -> new EarlierCaseNumber(e.caseNumber(), e.replacedAt(), e.replacedBy()))
                .toList(),
            c.ownershipStatement(),
            c.screenshot() == null ? null : c.screenshot().sha256(),
            c.noScreenshot(),
            c.manifestSha256(),
            c.forecast() == null ? null : Json.tree(c.forecast().getBytes(StandardCharsets.UTF_8))));
  }

  private void submitted(Context context) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    int id = Bearer.number(context, "id");
    SubmittedRequest request = Bodies.json(context, SubmittedRequest.class);
    Json.send(context, submitted.run(caller, id, request.stated()).summary(origin));
  }
}
