package shotdeed.server.complain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import shotdeed.model.ComplaintState;
import shotdeed.model.SamePage;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Standing;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.complain.forecast.KeptForecast;
import shotdeed.server.complain.forecast.ShopForecast;
import shotdeed.server.complain.risk.ReasonStore;
import shotdeed.server.complain.risk.Reasons;
import shotdeed.server.complain.risk.RiskGate;
import shotdeed.server.complain.risk.StatedReason;
import shotdeed.server.ledger.LogEntry;
import shotdeed.server.ledger.LogStore;
import shotdeed.server.monitor.FindingStore;
import shotdeed.server.monitor.ShopKey;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.SightingStore;
import shotdeed.server.platform.Content;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.FreeSpace;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;
import shotdeed.wire.CaptureClient;
import shotdeed.wire.ComplaintRequest;
import shotdeed.wire.PageCapture;
import shotdeed.wire.SeenListing;

/**
 * Prepares a complaint from sightings of one shop and seals its evidence. Prepared is not submitted: the marketplace
 * knows nothing of it yet.
 */
public final class PrepareComplaint {
  /** What the person agrees to; kept with the complaint. */
  public static final String OWNERSHIP =
      "I own these photographs and did not license them to this shop.";

  /** Sightings that one complaint holds at most. */
  public static final int MAX_SIGHTINGS = 300;
  private static final int MAX_REASON = 300;

  private final Database database;
  private final FileStore files;
  private final FreeSpace space;
  private final ForecastShop forecasts;
  private final RiskGate gate;
  private final Evidence evidence;
  private final IntConsumer sealed;
  private final InstantSource clock;

  /** @param sealed told the complaint's number once its evidence is sealed; returns at once */
  public PrepareComplaint(
      Database database,
      FileStore files,
      FreeSpace space,
      ForecastShop forecasts,
      RiskGate gate,
      Evidence evidence,
      IntConsumer sealed,
      InstantSource clock) {
    this.database = database;
    this.files = files;
    this.space = space;
    this.forecasts = forecasts;
    this.gate = gate;
    this.evidence = evidence;
    this.sealed = sealed;
    this.clock = clock;
  }

  /**
   * Prepares a complaint; the same request sent again finds the one it led to the first time.
   *
   * @param screenshot PNG or JPEG, or {@code null}
   */
  public CaseComplaint run(Caller caller, ComplaintRequest request, Content screenshot) throws IOException {
    caller.requireTeam();
    if (!request.ownershipStated()) {
      throw new Refused(Errors.OWNERSHIP_NOT_STATED);
    }
    String key = Fields.key("clientKey", request.clientKey());
    List<Integer> numbers = numbers(request.sightings());
    Reasons reasons = Reasons.of(request.reasons());
    Instant stated = Times.stated("preparedAt", Fields.present("preparedAt", request.preparedAt()));
    CaseComplaint known = database.read(handle -> earlier(handle, caller, key, numbers, reasons));
    if (known != null) {
      return known;
    }
    ScreenshotCheck.Checked shot = screenshot == null ? null : ScreenshotCheck.check(screenshot);
    PageCapture page = CaptureFields.checked(request.capture(), shot != null);
    String noScreenshot =
        shot != null ? null : Fields.text("noScreenshot", request.noScreenshot(), MAX_REASON);
    database.read(handle -> {
      Standing.requireActive(handle, caller.seller());
      return null;
    });
    space.require(screenshot == null ? 0 : screenshot.size());
    return FreeSpace.orRefused(() -> {
      List<Sighting> sightings = database.read(handle -> complainable(handle, caller, numbers));
      database.read(handle -> gate.require(handle, caller, sightings, reasons));
      evidence.requireWhole(sightings);
      ShopForecast forecast = forecasts.of(caller, sightings.get(0));
      CaseComplaint draft = draft(caller, key, stated, numbers, sightings.get(0), shot, noScreenshot, forecast);
      Capture capture = capture(request.client(), page, shot, sightings);
      CaseComplaint prepared = database.write(handle -> {
        List<LogEntry> log = new ArrayList<>();
        int id = store(handle, caller, draft, capture, forecast, reasons, files::put, log);
        LogStore.append(handle, clock.instant(), log);
        return ComplaintStore.ofSeller(handle, caller.seller(), id);
      });
      sealed.accept(prepared.id());
      return prepared;
    });
  }

  static List<Integer> numbers(List<Integer> stated) {
    List<Integer> numbers = Fields.list("sightings", stated, 1, MAX_SIGHTINGS);
    Set<Integer> distinct = new HashSet<>(numbers);
    if (distinct.contains(null) || distinct.size() < numbers.size()) {
      throw Fields.invalid("sightings", "numbers of sightings, each once");
    }
    return List.copyOf(numbers);
  }

  /** What the same request led to before, or {@code null}. */
  private static CaseComplaint earlier(
      Handle handle, Caller caller, String key, List<Integer> numbers, Reasons reasons) {
    CaseComplaint known = ComplaintStore.ofRequest(handle, caller.seller(), key);
    if (known == null) {
      return null;
    }
    if (!known.sightings().equals(numbers) || !reasons.isSame(ReasonStore.texts(handle, known.id()))) {
      throw new Refused(Errors.CLIENT_KEY_REUSED).with("complaint", known.id());
    }
    return known;
  }

  static List<Sighting> complainable(Handle handle, Caller caller, List<Integer> numbers) {
    List<Sighting> sightings =
        numbers.stream().map(number -> SightingStore.ofSeller(handle, caller.seller(), number)).toList();
    for (Sighting sighting : sightings) {
      if (sighting.complaint() != 0) {
        throw new Refused(Errors.ALREADY_COMPLAINED, sighting.complaint())
            .with("complaint", sighting.complaint())
            .with("sighting", sighting.id());
      }
    }
    String shop = ShopKey.of(sightings.get(0).listing());
    for (Sighting sighting : sightings) {
      if (!ShopKey.of(sighting.listing()).equals(shop)) {
        throw new Refused(Errors.SEVERAL_SHOPS).with("sighting", sighting.id());
      }
    }
    return sightings;
  }

  /** What the browser states is compared with what it reported before, and the screenshot is measured. */
  static Capture capture(
      CaptureClient client, PageCapture page, ScreenshotCheck.Checked shot, List<Sighting> sightings) {
    int of = 0;
    for (Sighting sighting : sightings) {
      if (of == 0 && page != null && SamePage.is(page.url(), sighting.listing().pageUrl())) {
        of = sighting.id();
      }
    }
    return new Capture(
        page, CaptureFields.client(client), of, shot == null ? 0 : shot.width(), shot == null ? 0 : shot.height());
  }

  CaseComplaint draft(
      Caller caller,
      String key,
      Instant stated,
      List<Integer> numbers,
      Sighting first,
      ScreenshotCheck.Checked shot,
      String noScreenshot,
      ShopForecast forecast)
      throws IOException {
    SeenListing listing = first.listing();
    CaseComplaint.Screenshot kept = shot == null
        ? null
        : new CaseComplaint.Screenshot(files.put(shot.bytes()), shot.format().mediaType(), shot.bytes().length);
    return new CaseComplaint(
        0,
        caller.seller(),
        key,
        ComplaintState.PREPARED,
        listing.market(),
        listing.site(),
        listing.shopId(),
        listing.shopName(),
        caller.accountName(),
        clock.instant(),
        stated,
        OWNERSHIP,
        kept,
        noScreenshot,
        forecast.policy() == null ? null : forecast.policy().id(),
        forecast.policy() == null ? null : forecast.policy().version(),
        forecast.forecast() == null ? null : new String(Json.write(forecast.forecast()), StandardCharsets.UTF_8),
        "",
        null,
        List.of(),
        null,
        numbers);
  }

  /**
   * All that was checked is checked again: another request may have been quicker.
   *
   * @param keep brings what is sealed to the disk before this transaction ends
   * @param log takes what is to be logged before this transaction ends
   * @return the complaint's number
   */
  int store(
      Handle handle,
      Caller caller,
      CaseComplaint draft,
      Capture capture,
      ShopForecast forecast,
      Reasons reasons,
      FileStore.Keep keep,
      List<LogEntry> log)
      throws IOException {
    CaseComplaint known = earlier(handle, caller, draft.clientKey(), draft.sightings(), reasons);
    if (known != null) {
      return known.id();
    }
    Standing.requireActive(handle, caller.seller());
    List<Sighting> sightings = complainable(handle, caller, draft.sightings());
    List<StatedReason> stated = gate.require(handle, caller, sightings, reasons);
    int id = ComplaintStore.insert(handle, caller, ShopKey.of(sightings.get(0).listing()), draft);
    CaptureStore.insert(handle, id, capture);
    KeptForecast.insert(handle, id, forecast);
    for (Sighting sighting : sightings) {
      FindingStore.complained(handle, sighting);
    }
    Audit.did(handle, clock.instant(), caller, "complaint.prepare", "complaint", id, "");
    ReasonStore.insert(handle, caller, id, stated);
    for (StatedReason reason : stated) {
      Audit.did(handle, clock.instant(), caller, "complaint.reason", "complaint", id, reason.code().text());
    }
    Evidence.Sealing sealing = evidence.seal(handle, caller, id, draft, sightings, stated, keep);
    ComplaintStore.seal(handle, id, sealing);
    log.add(LogEntry.ofComplaint(
        "evidence",
        caller.seller(),
        id,
        "sealed-sha256", sealing.listSha256(),
        "sealed-parts", sealing.parts()));
    return id;
  }
}
