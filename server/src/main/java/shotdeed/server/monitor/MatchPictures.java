package shotdeed.server.monitor;

import java.util.ArrayList;
import java.util.List;
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
  private static final int MAX_PICTURES = 500;
  private static final int MAX_FINGERPRINTS = 256;
  private static final int MAX_ID = 64;
  private static final int MAX_QUALITY = 100;

  private final Library library;

  public MatchPictures(Library library) {
    this.library = library;
  }

  /** Answers picture by picture. */
  public MatchResponse run(Caller caller, MatchRequest request) {
    if (request.kernel() != Kernel.VERSION) {
      throw new Refused(Errors.KERNEL_DIFFERS, request.kernel(), Kernel.VERSION).with("kernel", Kernel.VERSION);
    }
    List<QueryPicture> pictures = Fields.list("pictures", request.pictures(), 0, MAX_PICTURES);
    List<PictureMatches> answers = new ArrayList<>(pictures.size());
    for (int i = 0; i < pictures.size(); i++) {
      String field = "pictures[" + i + "]";
      QueryPicture picture = Fields.present(field, pictures.get(i));
      String id = Fields.present(field + ".id", picture.id());
      if (id.length() > MAX_ID) {
        throw Fields.invalid(field + ".id", "at most " + MAX_ID + " characters");
      }
      answers.add(new PictureMatches(id, matches(caller, queries(field, picture))));
    }
    return new MatchResponse(answers);
  }

  private List<Match> matches(Caller caller, List<Kernel.Query> queries) {
    List<Match> matches = new ArrayList<>();
    for (Finding finding : library.matchMonitored(caller.seller(), queries)) {
      matches.add(match(finding));
    }
    return matches;
  }

  static Match match(Finding finding) {
    return new Match(
        finding.certificate(),
        finding.verdict().text(),
        finding.method().text(),
        finding.distance(),
        finding.radius());
  }

  /** The client sends one hash a form, in any number; the matcher takes eight at a time, so the last are repeated. */
  private static List<Kernel.Query> queries(String field, QueryPicture picture) {
    List<QueryFingerprint> prints =
        Fields.list(field + ".fingerprints", picture.fingerprints(), 0, MAX_FINGERPRINTS);
    List<Hash256> hashes = new ArrayList<>();
    for (int i = 0; i < prints.size(); i++) {
      String name = field + ".fingerprints[" + i + "]";
      QueryFingerprint print = Fields.present(name, prints.get(i));
      Fields.number(name + ".quality", print.quality(), 0, MAX_QUALITY);
      Hash256 hash = hash(name + ".hash", print.hash());
      if (print.quality() >= Kernel.MIN_QUALITY) {
        hashes.add(hash);
      }
    }
    int forms = Dihedral.values().length;
    List<Kernel.Query> queries = new ArrayList<>();
    for (int from = 0; from < hashes.size(); from += forms) {
      Hash256[] eight = new Hash256[forms];
      for (int k = 0; k < forms; k++) {
        eight[k] = hashes.get(Math.min(from + k, hashes.size() - 1));
      }
      queries.add(new Kernel.Query(eight, MAX_QUALITY, Region.WHOLE));
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
