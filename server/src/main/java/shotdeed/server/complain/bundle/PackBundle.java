package shotdeed.server.complain.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import shotdeed.ledger.BundleContents;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.SealedList;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Derived;
import shotdeed.server.complain.Evidence;
import shotdeed.server.complain.paper.EvidenceCase;
import shotdeed.server.complain.paper.EvidencePdf;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Texts;

/**
 * Makes a complaint's bundle: what was sealed, as it was sealed; what was derived from it to be read; the proofs; and in
 * front of it all a table of contents that the log's key signs. A zip cannot be taken back once its first byte is
 * written, so every part is looked at before.
 */
public final class PackBundle {
  private static final String PAPER = "evidence.pdf";
  private static final String VERIFIER = "/shotdeed/server/verify/verify.html";
  private static final int RETRY_AFTER = 5;
  /** Bundles that are made at a time; each decodes pictures. */
  private static final int AT_ONCE = 2;

  private final Evidence evidence;
  private final Database database;
  private final Derived derived;
  private final PictureDecoder decoder;
  private final BundleLog log;
  private final InstantSource clock;
  private final EvidencePdf pdf;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  public PackBundle(
      Evidence evidence,
      Database database,
      Derived derived,
      PictureDecoder decoder,
      BundleLog log,
      InstantSource clock) {
    this.evidence = evidence;
    this.database = database;
    this.derived = derived;
    this.decoder = decoder;
    this.log = log;
    this.clock = clock;
    pdf = new EvidencePdf(decoder);
  }

  /**
   * What is sealed of a certificate that a complaint rests on.
   *
   * @param sha256 of the untouched file, which may be ticked
   */
  public record Original(int certificate, String title, String sha256, String mediaType) {}

  /** The originals that can be ticked, by certificate. */
  public List<Original> originals(Caller caller, int complaint) throws IOException {
    List<Original> originals = new ArrayList<>();
    Evidence.SealedEvidence sealed = evidence.sealed(caller, complaint);
    certificates(parts(sealed)).forEach((number, record) -> originals.add(original(number, record)));
    return originals;
  }

  /**
   * Why a bundle would hold no masked screenshot, as {@link EvidenceCase.Screenshot} has it; empty if it would.
   *
   * @throws IOException if the screenshot is missing or damaged
   */
  public String noMask(Caller caller, int complaint) throws IOException {
    Evidence.SealedEvidence sealed = evidence.sealed(caller, complaint);
    for (SealedList.Part part : parts(sealed)) {
      if (isScreenshot(part)) {
        byte[] screenshot = evidence.wholePart(part.sha256());
        return MaskedScreenshot.whyNot(screenshot, Json.tree(sealed.manifest()), decoder);
      }
    }
    return "none";
  }

  /**
   * Makes the bundle.
   *
   * @throws Refused if the complaint is not the caller's own, an original is asked for that it does not rest on, or too
   *     many bundles are being made
   * @throws IOException if a part is missing or damaged
   */
  public Bundle run(Caller caller, int complaint, BundleOptions options) throws IOException {
    Bundle bundle = inTurn(caller, complaint, options);
    // Each time anew, because what is in it differs; left out on a full disk, because reading must work there.
    database.note(handle -> Audit.did(
        handle, clock.instant(), caller, "evidence.bundle", "complaint", complaint, options.inWords()));
    return bundle;
  }

  /** The PDF alone, as a bundle without anything ticked has it; nobody's looking is put on record here. */
  public byte[] paper(Caller caller, int complaint, Language language) throws IOException {
    return inTurn(caller, complaint, new BundleOptions(language, Set.of(), false)).content(PAPER);
  }

  private Bundle inTurn(Caller caller, int complaint, BundleOptions options) throws IOException {
    Evidence.SealedEvidence sealed = evidence.sealed(caller, complaint);
    if (turns.hasQueuedThreads() || !turns.tryAcquire()) {
      throw new Refused(Errors.BUSY).with("retryAfter", RETRY_AFTER);
    }
    try {
      return made(sealed, options);
    } catch (BundleLog.Moved e) {
      return made(sealed, options); // once: nobody changes keys twice in so short a time
    } finally {
      turns.release();
    }
  }

  private Bundle made(Evidence.SealedEvidence sealed, BundleOptions options) throws IOException {
    int complaint = sealed.complaint().id();
    List<SealedList.Part> parts = parts(sealed);
    SortedMap<Integer, JsonNode> certificates = certificates(parts);
    List<Bundle.Entry> originals = originals(certificates, options);
    JsonNode manifest = Json.tree(sealed.manifest());
    BundleLog.Proven proven = log.of(new BundleLog.Subject(
        sealed.complaint().seller(),
        complaint,
        Secrets.sha256(sealed.sealed()),
        parts.size(),
        new TreeSet<>(certificates.keySet())));
    Instant packedAt = clock.instant();

    List<SealedList.Part> withheld = new ArrayList<>();
    List<Bundle.Entry> kept = new ArrayList<>();
    SealedList.Part screenshot = null;
    for (SealedList.Part part : parts.subList(1, parts.size())) {
      screenshot = isScreenshot(part) ? part : screenshot;
      if (isScreenshot(part) && !options.screenshot()) {
        withheld.add(part);
      } else {
        kept.add(new Bundle.Entry(part, () -> evidence.wholePart(part.sha256())));
      }
    }
    for (SealedList.Part part : parts) {
      evidence.wholePart(part.sha256());
    }
    EvidenceCase.Screenshot shown = masked(screenshot, manifest);
    EvidenceCase printed = new EvidenceCase(
        complaint,
        manifest,
        certificates,
        Secrets.sha256(sealed.sealed()),
        proven.facts(),
        shown,
        withheld.stream().map(SealedList.Part::path).toList(),
        originals.stream().map(entry -> entry.part().path()).toList(),
        packedAt);
    ByteArrayOutputStream paper = new ByteArrayOutputStream(1 << 20);
    pdf.write(paper, Texts.in(options.language()), printed, new Pictures(parts, certificates));

    List<Bundle.Entry> entries = new ArrayList<>();
    byte[] verifier = verifier();
    if (verifier != null) {
      entries.add(Bundle.Entry.of("verify.html", verifier));
    }
    entries.add(Bundle.Entry.of(PAPER, paper.toByteArray()));
    entries.add(Bundle.Entry.of(parts.get(0).path(), sealed.manifest()));
    entries.add(Bundle.Entry.of("sealed.txt", sealed.sealed()));
    entries.addAll(kept);
    if (shown.masked() != null) {
      entries.add(Bundle.Entry.of("screenshot-masked.png", shown.masked()));
    }
    proven.files().forEach(file -> entries.add(Bundle.Entry.of(file.path(), file.content())));
    entries.addAll(originals);
    BundleContents contents = new BundleContents(
        proven.origin(),
        proven.key(),
        complaint,
        options.language().tag(),
        packedAt.truncatedTo(ChronoUnit.SECONDS).toString(),
        entries.stream().map(Bundle.Entry::part).toList(),
        withheld);
    return new Bundle(complaint, log.sign(contents.text(), proven).getBytes(StandardCharsets.UTF_8), entries);
  }

  private static List<SealedList.Part> parts(Evidence.SealedEvidence sealed) throws IOException {
    try {
      return SealedList.parse(sealed.sealed()).parts();
    } catch (Malformed e) {
      throw new IOException("the sealed list of complaint " + sealed.complaint().id() + " cannot be read", e);
    }
  }

  /** The sealed records of the certificates, by number. */
  private SortedMap<Integer, JsonNode> certificates(List<SealedList.Part> parts) throws IOException {
    SortedMap<Integer, JsonNode> certificates = new TreeMap<>();
    for (SealedList.Part part : parts) {
      if (part.path().startsWith("certificate-")) {
        JsonNode record = Json.tree(evidence.wholePart(part.sha256()));
        certificates.put(record.path("certificate").path("value").asInt(), record);
      }
    }
    return certificates;
  }

  private static Original original(int number, JsonNode record) {
    return new Original(
        number,
        record.path("title").path("value").asText(),
        record.path("originalSha256").path("value").asText(),
        record.path("mediaType").path("value").asText());
  }

  private List<Bundle.Entry> originals(SortedMap<Integer, JsonNode> certificates, BundleOptions options)
      throws IOException {
    if (!certificates.keySet().containsAll(options.originals())) {
      throw Fields.invalid("originals", "certificates that this complaint rests on");
    }
    List<Bundle.Entry> entries = new ArrayList<>();
    for (int number : new TreeMap<>(certificates).keySet()) {
      if (options.originals().contains(number)) {
        Original original = original(number, certificates.get(number));
        byte[] content = evidence.wholePart(original.sha256());
        String path = "originals/certificate-" + number + "." + Evidence.extension(original.mediaType());
        entries.add(new Bundle.Entry(
            new SealedList.Part(original.sha256(), content.length, path),
            () -> evidence.wholePart(original.sha256())));
      }
    }
    return entries;
  }

  private EvidenceCase.Screenshot masked(SealedList.Part screenshot, JsonNode manifest) throws IOException {
    if (screenshot == null) {
      return new EvidenceCase.Screenshot(null, "none");
    }
    MaskedScreenshot.Result result = MaskedScreenshot.of(evidence.wholePart(screenshot.sha256()), manifest, decoder);
    return new EvidenceCase.Screenshot(result.png(), result.whyNot());
  }

  private static boolean isScreenshot(SealedList.Part part) {
    return part.path().startsWith("screenshot.");
  }

  /** The page that checks bundles, or {@code null} in a program that was built without it. */
  private static byte[] verifier() throws IOException {
    try (InputStream in = PackBundle.class.getResourceAsStream(VERIFIER)) {
      return in == null ? null : in.readAllBytes();
    }
  }

  /** What cannot be read any more is a grey box in the PDF; the parts themselves were looked at before. */
  private final class Pictures implements EvidenceCase.Pictures {
    private final Map<String, String> hashes = new LinkedHashMap<>();
    private final SortedMap<Integer, JsonNode> certificates;

    Pictures(List<SealedList.Part> parts, SortedMap<Integer, JsonNode> certificates) {
      parts.forEach(part -> hashes.put(part.path(), part.sha256()));
      this.certificates = certificates;
    }

    @Override
    public byte[] part(String path) throws IOException {
      return hashes.containsKey(path) ? evidence.wholePart(hashes.get(path)) : null;
    }

    @Override
    public byte[] original(int certificate) {
      if (!certificates.containsKey(certificate)) {
        return null;
      }
      try {
        return derived.of(PackBundle.original(certificate, certificates.get(certificate)).sha256(), Derived.Size.VIEW);
      } catch (IOException | RuntimeException e) {
        return null;
      }
    }
  }
}
