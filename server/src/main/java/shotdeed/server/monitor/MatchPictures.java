package shotdeed.server.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Region;
import shotdeed.match.Finding;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Library;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.wire.Match;
import shotdeed.wire.MatchRequest;
import shotdeed.wire.MatchResponse;
import shotdeed.wire.PictureMatches;
import shotdeed.wire.QueryFingerprint;
import shotdeed.wire.QueryPicture;

/** Matches pictures that come as numbers against the caller's monitored certificates. */
public final class MatchPictures {
  /** What a page of many pictures needs: so many pictures of some fifty regions, the whole one in all eight forms. */
  static final int MAX_PICTURES = 500;

  /** Of all pictures of a request together, 128 a picture. */
  static final int MAX_FINGERPRINTS = 64_000;

  /**
   * Bytes of a request: 64,000 fingerprints of up to 153 bytes of JSON (9 + 64 for the hash, 15 for the quality, 62 for
   * the region, 2 around it, a comma), and 500 pictures' names of up to 450 bytes, are 10.02 million.
   */
  static final int MAX_BYTES = 10 << 20;

  private static final int MAX_OF_A_PICTURE = 512;

  /**
   * Comparisons of hashes a request may cost: a page of that size against 1,000 certificates of 64 fingerprints and some
   * more; some seconds of one core.
   */
  private static final long MAX_WORK = 5_000_000_000L;

  /** Requests that are worked on at a time: half of the cores, so that everything else goes on. */
  static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** Seconds that a request waits for its turn. */
  private static final long PATIENCE = 20;

  static final int MAX_OF_AN_ID = 64;
  private static final int MAX_QUALITY = 100;

  private final Library library;
  private final long maxWork;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  public MatchPictures(Library library) {
    this(library, MAX_WORK);
  }

  MatchPictures(Library library, long maxWork) {
    this.library = library;
    this.maxWork = maxWork;
  }

  private record Question(String id, List<Kernel.Query> queries) {}

  /**
   * Answers picture by picture.
   *
   * @throws Refused also if the request is too much work, or its turn does not come
   */
  public MatchResponse run(Caller caller, MatchRequest request) {
    if (request.kernel() != Kernel.VERSION) {
      throw Snapshots.differs(
          request.kernel() < Kernel.VERSION ? Errors.KERNEL_OF_EXTENSION_OLDER : Errors.KERNEL_OF_SERVER_OLDER,
          request.kernel());
    }
    List<Question> questions = questions(request);
    requireLittleWork(caller, questions);
    takeTurn();
    try {
      List<PictureMatches> answers = new ArrayList<>(questions.size());
      for (Question question : questions) {
        answers.add(new PictureMatches(question.id(), matches(caller, question.queries())));
      }
      return new MatchResponse(answers);
    } finally {
      turns.release();
    }
  }

  private static List<Question> questions(MatchRequest request) {
    List<QueryPicture> pictures = Fields.list("pictures", request.pictures(), 0, MAX_PICTURES);
    List<Question> questions = new ArrayList<>(pictures.size());
    int fingerprints = 0;
    for (int i = 0; i < pictures.size(); i++) {
      String field = "pictures[" + i + "]";
      QueryPicture picture = Fields.present(field, pictures.get(i));
      String id = Fields.present(field + ".id", picture.id());
      if (id.length() > MAX_OF_AN_ID) {
        throw Fields.invalid(field + ".id", "at most " + MAX_OF_AN_ID + " characters");
      }
      List<Kernel.Query> queries = queries(field, picture);
      fingerprints += picture.fingerprints().size();
      if (fingerprints > MAX_FINGERPRINTS) {
        throw Fields.invalid("pictures", "pictures of at most " + MAX_FINGERPRINTS + " fingerprints together");
      }
      questions.add(new Question(id, queries));
    }
    return questions;
  }

  private void requireLittleWork(Caller caller, List<Question> questions) {
    long hashes = questions.stream().mapToLong(question -> question.queries().size()).sum();
    int codes = Math.max(1, library.fingerprints(caller.seller()));
    if (hashes * codes > maxWork) {
      long most = Math.max(1, maxWork / codes);
      throw new Refused(Errors.MATCH_TOO_LARGE, most).with("maxFingerprints", most);
    }
  }

  private void takeTurn() {
    try {
      if (turns.tryAcquire(PATIENCE, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Refused(Errors.BUSY).with("retryAfter", PATIENCE);
  }

  private List<Match> matches(Caller caller, List<Kernel.Query> queries) {
    List<Match> matches = new ArrayList<>();
    for (Finding finding : library.matchMonitored(caller.seller(), queries)) {
      matches.add(match(finding));
    }
    return matches;
  }

  private static Match match(Finding finding) {
    return new Match(
        finding.certificate(),
        finding.verdict().text(),
        finding.method().text(),
        finding.distance(),
        finding.radius(),
        finding.region(),
        finding.original());
  }

  /** Each hash is looked up by itself: the client sends one a form, and how a form is named matters to nobody here. */
  private static List<Kernel.Query> queries(String field, QueryPicture picture) {
    List<QueryFingerprint> prints =
        Fields.list(field + ".fingerprints", picture.fingerprints(), 0, MAX_OF_A_PICTURE);
    List<Kernel.Query> queries = new ArrayList<>(prints.size());
    for (int i = 0; i < prints.size(); i++) {
      String name = field + ".fingerprints[" + i + "]";
      QueryFingerprint print = Fields.present(name, prints.get(i));
      Fields.number(name + ".quality", print.quality(), 0, MAX_QUALITY);
      Hash256[] forms = new Hash256[Dihedral.values().length];
      forms[Dihedral.ROTATE0.ordinal()] = hash(name + ".hash", print.hash());
      if (print.quality() >= Kernel.MIN_QUALITY) {
        Region region = print.region() == null ? Region.WHOLE : print.region();
        queries.add(new Kernel.Query(forms, print.quality(), region));
      }
    }
    return queries;
  }

  private static Hash256 hash(String field, String hex) {
    try {
      return Hash256.ofHex(hex);
    } catch (IllegalArgumentException e) {
      throw Fields.invalid(field, "64 hexadecimal digits");
    }
  }
}
