package shotdeed.server.certify;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Devices;
import shotdeed.server.certify.first.Remark;
import shotdeed.server.certify.subject.Category;
import shotdeed.server.certify.subject.Subject;
import shotdeed.server.platform.Bodies;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Multipart;
import shotdeed.server.platform.PrivateContent;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.wire.CertificateSummary;

/** Certificates, for programs. */
public final class CertificateRoutes implements RouteGroup {
  /** Files of one upload. */
  public static final int MAX_FILES = 100;

  /** Bytes of one upload. */
  public static final long MAX_UPLOAD = 160L << 20;

  private final Devices devices;
  private final CertifyUpload certify;
  private final SecondReview review;
  private final ListCertificates list;
  private final CertificatePicture picture;
  private final Incoming incoming;

  public CertificateRoutes(
      Devices devices,
      CertifyUpload certify,
      SecondReview review,
      ListCertificates list,
      CertificatePicture picture,
      Incoming incoming) {
    this.devices = devices;
    this.certify = certify;
    this.review = review;
    this.list = list;
    this.picture = picture;
    this.incoming = incoming;
  }

  /** Answers an upload, file by file, in the order sent. */
  public record UploadResponse(List<UploadResult> results) {}

  /** Asks for a second review: {@code approve} or {@code reject}, the latter with a reason. */
  public record ReviewRequest(String decision, String reason) {}

  /** A page of a list; {@code total} counts all pages. */
  public record PageResponse(int page, int pageSize, int total, List<CertificateSummary> certificates) {}

  /** All that its owner sees of a certificate. */
  public record DetailsResponse(
      CertificateSummary certificate,
      String basis,
      String firstPublished,
      String publishedOn,
      String mediaType,
      int bytes,
      Instant createdAt,
      Instant monitoredAt,
      List<Review> reviews,
      List<RemarkResponse> remarks,
      String category,
      String person) {}

  /** What the first review noticed: its kind, percent of the picture, and the certificate that it is about, or 0. */
  public record RemarkResponse(String kind, int percent, int certificate) {
    static RemarkResponse of(Remark remark) {
      return new RemarkResponse(remark.kind().text(), remark.percent(), remark.certificate());
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/v1/certificates", this::upload);
    routes.get("/api/v1/certificates", this::list);
    routes.get("/api/v1/certificates/{id}", this::details);
    routes.get("/api/v1/certificates/{id}/picture", this::picture);
    routes.post("/api/v1/certificates/{id}/second-review", this::review);
    routes.get("/api/v1/reviews", this::awaiting);
  }

  private void upload(Context context) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    certify.requireAdmitted(caller);
    try (Multipart form = Multipart.receive(context, incoming, MAX_UPLOAD)) {
      List<Multipart.Upload> files = form.files("file");
      if (files.isEmpty()) {
        throw new Refused(Errors.PART_MISSING, "file").with("field", "file");
      }
      if (files.size() > MAX_FILES) {
        throw new Refused(Errors.FIELD_INVALID, "file", "1 to " + MAX_FILES + " files").with("field", "file");
      }
      Declaration declaration = declaration(form, files.size());
      List<UploadResult> results = certify.all(caller, files, declaration);
      certify.note(caller, results);
      Json.send(context, new UploadResponse(results));
    }
  }

  private static Declaration declaration(Multipart form, int files) throws IOException {
    String unpublished = form.text("unpublished");
    if (unpublished != null && !unpublished.equals("true") && !unpublished.equals("false")) {
      throw new Refused(Errors.FIELD_INVALID, "unpublished", "true or false").with("field", "unpublished");
    }
    return new Declaration(
        "true".equals(unpublished),
        Basis.of(form.text("basis")),
        form.text("firstPublished"),
        form.text("publishedOn"),
        files == 1 ? form.text("title") : null,
        Subject.of(form.text("category"), form.text("person")));
  }

  private void list(Context context) {
    Caller caller = Bearer.caller(context, devices);
    send(context, list.own(
        caller, state(context.queryParam("state")), category(context.queryParam("category")), Bearer.page(context)));
  }

  private void awaiting(Context context) {
    send(context, list.awaitingReview(Bearer.caller(context, devices), Bearer.page(context)));
  }

  private static void send(Context context, ListCertificates.Page page) {
    List<CertificateSummary> summaries = page.certificates().stream().map(Certificate::summary).toList();
    Json.send(context, new PageResponse(page.page(), ListCertificates.PAGE, page.total(), summaries));
  }

  private static CertificateState state(String text) {
    if (text == null) {
      return null;
    }
    try {
      return CertificateState.of(text);
    } catch (IllegalArgumentException e) {
      throw new Refused(Errors.FIELD_INVALID, "state", "a certificate's state").with("field", "state");
    }
  }

  private static Category category(String id) {
    return id == null ? null : Category.of(id);
  }

  private void details(Context context) {
    ListCertificates.Details found = picture.details(Bearer.caller(context, devices), Bearer.number(context, "id"));
    Certificate c = found.certificate();
    FirstPublication published = found.published().isEmpty() ? null : found.published().get(0);
    Json.send(
        context,
        new DetailsResponse(
            c.summary(),
            c.basis().text(),
            published == null ? null : published.place(),
            published == null ? null : published.day(),
            c.mediaType(),
            c.bytes(),
            c.createdAt(),
            c.monitoredAt(),
            found.reviews(),
            found.remarks().stream().map(RemarkResponse::of).toList(),
            found.subject() == null ? null : found.subject().category().id(),
            found.subject() == null ? null : found.subject().person().text()));
  }

  private void picture(Context context) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    String size = context.queryParam("size");
    byte[] jpeg = picture.shown(
        caller, Bearer.number(context, "id"), size == null ? Derived.Size.VIEW : Derived.Size.of(size));
    PrivateContent.send(context, "image/jpeg", jpeg);
  }

  private void review(Context context) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    int id = Bearer.number(context, "id");
    ReviewRequest request = Bodies.json(context, ReviewRequest.class);
    boolean approve = "approve".equals(request.decision());
    if (!approve && !"reject".equals(request.decision())) {
      throw new Refused(Errors.FIELD_INVALID, "decision", "approve or reject").with("field", "decision");
    }
    Json.send(context, review.run(caller, id, approve, request.reason()).summary());
  }
}
