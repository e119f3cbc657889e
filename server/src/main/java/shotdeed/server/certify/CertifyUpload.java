package shotdeed.server.certify;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import shotdeed.fingerprint.Kernel;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.first.Overlay;
import shotdeed.server.certify.first.OwnPhotographs;
import shotdeed.server.certify.first.Remark;
import shotdeed.server.certify.first.RemarkStore;
import shotdeed.server.certify.subject.EligibleCategories;
import shotdeed.server.certify.subject.SubjectStore;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Content;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.FreeSpace;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Texts;
import shotdeed.server.platform.Turnstile;

/**
 * Takes one uploaded photograph through the first review. A refusal is recorded with its reason, name, size and
 * SHA-256; the refused file's bytes are not kept. The file of a certificate is on the disk before the certificate is in
 * the store, so a crash in between leaves a file without a certificate, never the other way round.
 */
public final class CertifyUpload {
  private static final int MAX_NAME = 200;

  private final Admission admission;
  private final Database database;
  private final Library library;
  private final FileStore files;
  private final FreeSpace space;
  private final Turnstile turnstile;
  private final FirstReview review;
  private final Overlay overlay;
  private final EligibleCategories eligible;
  private final List<AfterFirstReview> next;
  private final InstantSource clock;

  public CertifyUpload(
      Admission admission,
      Database database,
      Library library,
      FileStore files,
      FreeSpace space,
      Turnstile turnstile,
      PictureDecoder decoder,
      Overlay overlay,
      EligibleCategories eligible,
      List<AfterFirstReview> next,
      InstantSource clock) {
    this.admission = admission;
    this.database = database;
    this.library = library;
    this.files = files;
    this.space = space;
    this.turnstile = turnstile;
    this.review = new FirstReview(decoder);
    this.overlay = overlay;
    this.eligible = eligible;
    this.next = List.copyOf(next);
    this.clock = clock;
  }

  /**
   * Whether the caller may certify at all, before a file is sent.
   *
   * @throws Refused naming what stands in the way
   */
  public void requireAdmitted(Caller caller) {
    admission.require(caller);
  }

  /**
   * Certifies a file or says why not.
   *
   * @throws Refused only if the caller may not, or there is no room: then nothing is recorded
   */
  public UploadResult run(Caller caller, Content file, Declaration declaration) throws IOException {
    admission.require(caller);
    admission.requireRoom(caller.seller(), file.size());
    declaration.require(clock.instant());
    space.require(file.size());
    return FreeSpace.orRefused(() -> turnstile.pass(() -> examined(caller, file, declaration)));
  }

  /**
   * Certifies files one after the other. When the room runs out half-way, what was certified so far stays, and the rest
   * is named as refused.
   *
   * @throws Refused as {@link #run} does, if not even the first was taken
   */
  public List<UploadResult> all(Caller caller, List<? extends Content> files, Declaration declaration)
      throws IOException {
    List<UploadResult> results = new ArrayList<>();
    Refused full = null;
    for (Content file : files) {
      try {
        results.add(full == null ? run(caller, file, declaration) : notTaken(file, full));
      } catch (Refused refused) {
        if (results.isEmpty()) {
          throw refused;
        }
        full = refused;
        results.add(notTaken(file, full));
      }
    }
    return results;
  }

  /** Puts a batch of uploads on record: how many were taken, and how many refused. */
  public void note(Caller caller, List<UploadResult> results) {
    long refused = results.stream().filter(result -> result.code() != null).count();
    String counts = results.size() - refused + " / " + refused;
    database.write(handle -> {
      Audit.did(handle, clock.instant(), caller, "photographs.upload", "upload", 0, counts);
      return null;
    });
  }

  private static UploadResult notTaken(Content file, Refused refused) {
    return new UploadResult(
        name(file),
        0,
        CertificateState.REFUSED.text(),
        refused.error().code(),
        refused.title(Texts.in(Language.ENGLISH)),
        0);
  }

  private UploadResult examined(Caller caller, Content file, Declaration declaration) throws IOException {
    String sha256 = "";
    try {
      PictureErrors.requireSize(file.size());
      byte[] bytes = file.bytes();
      sha256 = Secrets.sha256(bytes);
      String hash = sha256;
      requireNew(caller.seller(), sha256, declaration);
      eligible.require(declaration.subject());
      FirstReview.Passed passed = review.examine(bytes);
      OwnPhotographs own =
          new OwnPhotographs(overlay, caller.seller(), passed.photograph(), Leaks.passedOver(database, caller, declaration));
      long version = library.version(caller.seller());
      requireOwnPicture(caller.seller(), hash, passed, own, declaration);
      UploadResult taken = library.change(caller.seller(), () -> {
        requireNew(caller.seller(), hash, declaration);
        if (library.version(caller.seller()) != version) {
          requireOwnPicture(caller.seller(), hash, passed, own, declaration);
        }
        return take(caller, file, bytes, hash, passed, own.remarks(), declaration);
      });
      next.forEach(AfterFirstReview::committed);
      return taken;
    } catch (Refused refused) {
      return record(caller, file, sha256, declaration, Leaks.said(database, refused));
    }
  }

  /**
   * What it is compared with may be this very file, come in from another browser a moment ago: so the files are asked
   * again before it is called an altered copy, or a part.
   */
  private void requireOwnPicture(
      int seller, String sha256, FirstReview.Passed passed, OwnPhotographs own, Declaration declaration)
      throws IOException {
    try {
      requireNoOther(seller, passed, own);
    } catch (Refused refused) {
      requireNew(seller, sha256, declaration);
      throw refused;
    }
  }

  /** That it is certified already is said before anything else. */
  private void requireNoOther(int seller, FirstReview.Passed passed, OwnPhotographs own) throws IOException {
    own.compare(library.match(seller, passed.queries()));
    if (passed.content().refused() != null) {
      throw passed.content().refused();
    }
    own.requireNoPart();
  }

  private UploadResult take(
      Caller caller,
      Content file,
      byte[] bytes,
      String sha256,
      FirstReview.Passed passed,
      List<Remark> overlaps,
      Declaration declaration)
      throws IOException {
    admission.requireRoom(caller.seller(), bytes.length);
    files.put(bytes);
    Instant now = clock.instant();
    int id = database.write(handle -> {
      int number = CertificateStore.insert(
          handle,
          new Certificate(
              0,
              caller.seller(),
              caller.account(),
              declaration.titleOr(file.name()),
              CertificateState.FIRST_PASSED,
              declaration.grade(),
              declaration.basis(),
              declaration.firstPublishedOrNull(),
              sha256,
              bytes.length,
              passed.mediaType(),
              passed.width(),
              passed.height(),
              now,
              null,
              null));
      FingerprintStore.insert(handle, number, Kernel.VERSION, passed.prints());
      FeatureStore.put(handle, number, passed.features());
      FirstPublication.insert(handle, number, declaration, caller.account(), now);
      Review.insertFirst(handle, number, "pass", null, now);
      RemarkStore.insert(handle, number, passed.content().remarks());
      RemarkStore.insert(handle, number, overlaps);
      SubjectStore.insert(handle, number, declaration.subject());
      SubjectStore.remember(handle, caller.seller(), declaration.subject());
      Certificate stored = CertificateStore.find(handle, number);
      next.forEach(each -> each.stored(handle, stored));
      return number;
    });
    library.add(caller.seller(), id, passed.prints());
    overlay.certified(caller.seller(), id, passed.photograph(), passed.features());
    return new UploadResult(name(file), id, CertificateState.FIRST_PASSED.text(), null, null, 0);
  }

  private void requireNew(int seller, String sha256, Declaration declaration) {
    Certificate same = database.read(handle -> CertificateStore.ofFile(handle, seller, sha256));
    if (same != null) {
      throw existing(Errors.PICTURE_ALREADY_CERTIFIED, same.id());
    }
    int voided = declaration.unpublished() ? database.read(handle -> Leaks.ofFile(handle, seller, sha256)) : 0;
    if (voided != 0) {
      throw existing(Errors.PICTURE_VOIDED, voided);
    }
  }

  private static Refused existing(Errors error, int certificate) {
    return new Refused(error, certificate).with("certificate", certificate);
  }

  private UploadResult record(
      Caller caller, Content file, String sha256, Declaration declaration, Refused refused) {
    Instant now = clock.instant();
    int id = database.write(handle -> {
      int number = CertificateStore.insert(
          handle,
          new Certificate(
              0,
              caller.seller(),
              caller.account(),
              declaration.titleOr(file.name()),
              CertificateState.REFUSED,
              declaration.grade(),
              declaration.basis(),
              declaration.firstPublishedOrNull(),
              sha256,
              (int) Math.min(Integer.MAX_VALUE, file.size()),
              null,
              0,
              0,
              now,
              null,
              null));
      Review.insertFirst(handle, number, "refuse", refused.error().code(), now);
      SubjectStore.insert(handle, number, declaration.subject());
      return number;
    });
    Object existing = refused.members().getOrDefault("certificate", 0);
    return new UploadResult(
        name(file),
        id,
        CertificateState.REFUSED.text(),
        refused.error().code(),
        refused.title(Texts.in(Language.ENGLISH)),
        (Integer) existing);
  }

  private static String name(Content file) {
    return PageText.line(file.name(), MAX_NAME);
  }
}
