package shotdeed.server.monitor;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import shotdeed.model.SightingState;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Devices;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.Derived;
import shotdeed.server.platform.Bodies;
import shotdeed.server.platform.BoundedBodies;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.FewEach;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Multipart;
import shotdeed.server.platform.PrivateContent;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.wire.MatchRequest;
import shotdeed.wire.SightingReport;
import shotdeed.wire.SnapshotCodec;

/** Monitoring and sightings, for programs. */
public final class MonitorRoutes implements RouteGroup {
  private static final long MAX_REPORT = 72L << 20;

  /**
   * Match requests in memory at a time, each of tens of megabytes once it is read: those that are worked on, and two
   * that arrive meanwhile.
   */
  private static final int MATCHES_AT_ONCE = MatchPictures.AT_ONCE + 2;

  private static final int MATCHES_OF_AN_ACCOUNT = 2;
  private static final Duration MATCH_TIME = Duration.ofSeconds(30);
  private static final int MAX_MATCH_DRAINED = 4 * MatchPictures.MAX_BYTES;

  private final Devices devices;
  private final MonitorSteps steps;
  private final VoidCertificate voids;
  private final Snapshots snapshots;
  private final MatchPictures match;
  private final RecordSighting record;
  private final ListSightings list;
  private final Judged notACopy;
  private final Judged copyAfterAll;
  private final Incoming incoming;
  private final BoundedBodies matchBodies =
      new BoundedBodies(MATCHES_AT_ONCE, MATCH_TIME, MatchPictures.MAX_BYTES, MAX_MATCH_DRAINED);
  private final FewEach matchesEach = new FewEach(MATCHES_OF_AN_ACCOUNT);

  /** A person's word about a sighting; how it stands then. */
  public interface Judged {
    Sighting by(Caller caller, int id);
  }

  /**
   * @param notACopy says that a sighting is no copy
   * @param copyAfterAll takes that back
   */
  public MonitorRoutes(
      Devices devices,
      MonitorSteps steps,
      VoidCertificate voids,
      Snapshots snapshots,
      MatchPictures match,
      RecordSighting record,
      ListSightings list,
      Judged notACopy,
      Judged copyAfterAll,
      Incoming incoming) {
    this.devices = devices;
    this.steps = steps;
    this.voids = voids;
    this.snapshots = snapshots;
    this.match = match;
    this.record = record;
    this.list = list;
    this.notACopy = notACopy;
    this.copyAfterAll = copyAfterAll;
    this.incoming = incoming;
  }

  /** A page of sightings; {@code total} counts all pages. */
  public record PageResponse(int page, int pageSize, int total, List<SightingView> sightings) {}

  /** Declares how the original leaked. */
  public record VoidRequest(String reason) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/v1/certificates/{id}/monitor", context -> step(context, steps::monitor));
    routes.post("/api/v1/certificates/{id}/pause", context -> step(context, steps::pause));
    routes.post("/api/v1/certificates/{id}/resume", context -> step(context, steps::resume));
    routes.post("/api/v1/certificates/{id}/retire", context -> step(context, steps::retire));
    routes.post("/api/v1/certificates/{id}/void", this::end);
    routes.get("/api/v1/snapshot", this::snapshot);
    routes.post("/api/v1/match", this::match);
    routes.post("/api/v1/sightings", this::report);
    routes.get("/api/v1/sightings", this::list);
    routes.get("/api/v1/sightings/{id}", this::one);
    routes.get("/api/v1/sightings/{id}/picture", this::picture);
    routes.post("/api/v1/sightings/{id}/not-a-copy", context -> judge(context, notACopy));
    routes.delete("/api/v1/sightings/{id}/not-a-copy", context -> judge(context, copyAfterAll));
  }

  private interface Taken {
    Certificate take(Caller caller, int id) throws IOException;
  }

  private void step(Context context, Taken step) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    Json.send(context, step.take(caller, Bearer.number(context, "id")).summary());
  }

  private void end(Context context) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    int id = Bearer.number(context, "id");
    Json.send(context, voids.run(caller, id, Bodies.json(context, VoidRequest.class).reason()).summary());
  }

  private void snapshot(Context context) {
    Caller caller = Bearer.caller(context, devices);
    Integer kernel = kernel(context.queryParam("kernel"));
    devices.speaks(caller, kernel == null ? Snapshots.FIRST_KERNEL : kernel);
    Snapshots.Encoded snapshot = snapshots.of(caller, kernel);
    context.header("ETag", snapshot.tag()).header("Cache-Control", "private, no-cache");
    if (snapshot.tag().equals(context.header("If-None-Match"))) {
      context.status(HttpStatus.NOT_MODIFIED);
    } else {
      context.contentType(SnapshotCodec.MEDIA_TYPE).result(snapshot.bytes());
    }
  }

  private static Integer kernel(String text) {
    try {
      return text == null ? null : Fields.number("kernel", Integer.parseInt(text), 0, Snapshots.MAX_KERNEL);
    } catch (NumberFormatException e) {
      throw Fields.invalid("kernel", "a whole number from 0 to " + Snapshots.MAX_KERNEL);
    }
  }

  private void match(Context context) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    if (!matchesEach.take(caller.account())) {
      throw new Refused(Errors.BUSY).with("retryAfter", MATCH_TIME.toSeconds());
    }
    try {
      Json.send(context, matchBodies.json(context, MatchRequest.class, request -> match.run(caller, request)));
    } finally {
      matchesEach.leave(caller.account());
    }
  }

  private void report(Context context) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    try (Multipart form = Multipart.receive(context, incoming, MAX_REPORT)) {
      SightingReport report = form.json("report", SightingReport.class);
      Json.send(context, record.run(caller, report, pictures(form)));
    }
  }

  private static List<ReportedPicture> pictures(Multipart form) {
    form.file("picture");
    List<Multipart.Upload> files = form.files("picture");
    List<Multipart.Upload> rasters = form.files("raster");
    List<ReportedPicture> pictures = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      pictures.add(new ReportedPicture(files.get(i), i < rasters.size() ? rasters.get(i) : null));
    }
    return pictures;
  }

  private void list(Context context) {
    Caller caller = Bearer.caller(context, devices);
    ListSightings.Page page = list.list(caller, state(context.queryParam("state")), Bearer.page(context));
    List<SightingView> views = page.sightings().stream()
        .map(sighting -> SightingView.of(
            sighting,
            page.opinions().get(sighting.id()),
            page.slices().get(sighting.id()),
            page.marks().get(sighting.id())))
        .toList();
    Json.send(context, new PageResponse(page.page(), ListSightings.PAGE, page.total(), views));
  }

  private static SightingState state(String text) {
    try {
      return text == null ? null : SightingState.of(text);
    } catch (IllegalArgumentException e) {
      throw Fields.invalid("state", "a sighting's state");
    }
  }

  private void one(Context context) {
    send(context, list.one(Bearer.caller(context, devices), Bearer.number(context, "id")));
  }

  private void send(Context context, Sighting sighting) {
    Json.send(context, SightingView.of(
            sighting, list.secondOpinion(sighting), list.slices(sighting), list.mark(sighting)));
  }

  private void judge(Context context, Judged judged) {
    send(context, judged.by(Bearer.caller(context, devices), Bearer.number(context, "id")));
  }

  private void picture(Context context) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    int id = Bearer.number(context, "id");
    String size = context.queryParam("size");
    Sighting.Captured file = list.file(caller, id, ListSightings.slice(context.queryParam("slice")));
    if (size == null) {
      ListSightings.Captured captured = list.captured(file);
      PrivateContent.send(context, captured.mediaType(), captured.bytes());
    } else {
      PrivateContent.send(context, "image/jpeg", list.shown(file, Derived.Size.of(size)));
    }
  }
}
