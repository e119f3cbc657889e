package shotdeed.server.proof;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;

/** Uses files of one folder for other certificates of the seller too: a series has one contract and one set. */
public final class ShareProof {
  /** Certificates at a time. */
  public static final int MAX_CERTIFICATES = 500;

  private static final int MAX_TEXT = 2000;
  private static final Pattern SEPARATOR = Pattern.compile("[\\s,;，、；]+");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:[-–~](\\d{1,9}))?");

  private final Database database;
  private final ProofAccess access;
  private final InstantSource clock;

  public ShareProof(Database database, ProofAccess access, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Shares files: to all the certificates or, if one of them is not the caller's, to none.
   *
   * @param uses of the folder
   * @param certificates numbers and ranges, such as {@code 12, 14-20}
   * @return how many entries are new
   */
  public int run(Caller caller, int certificate, Collection<Integer> uses, String certificates) {
    if (uses.isEmpty()) {
      throw Fields.invalid("proofs", "at least one file of the folder");
    }
    Set<Integer> others = numbers(certificates);
    return database.write(handle -> {
      access.change(handle, caller, certificate);
      int added = 0;
      for (int other : others) {
        try {
          access.change(handle, caller, other);
        } catch (Refused refused) {
          throw refused.error() == Errors.NOT_FOUND ? invalid() : refused;
        }
        for (int use : uses) {
          Proof proof = ProofStore.find(handle, certificate, use);
          if (proof == null || !proof.stands()) {
            throw new Refused(Errors.NOT_FOUND);
          }
          boolean room = ProofStore.standing(handle, other) < AddProof.MAX_STANDING;
          boolean shared = room
              && ProofStore.use(handle, other, proof.file(), proof.kind(), caller.account(), clock.instant());
          added += shared ? 1 : 0;
        }
      }
      if (added > 0) {
        Audit.did(handle, clock.instant(), caller, "proof.share", "certificate", certificate, "" + added);
      }
      return added;
    });
  }

  private static Set<Integer> numbers(String text) {
    Set<Integer> numbers = new TreeSet<>();
    String stated = text == null ? "" : text.strip();
    if (stated.isEmpty() || stated.length() > MAX_TEXT) {
      throw invalid();
    }
    for (String part : SEPARATOR.split(stated)) {
      var range = RANGE.matcher(part);
      if (!range.matches()) {
        throw invalid();
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      if (first < 1 || last < first || last - first + numbers.size() >= MAX_CERTIFICATES) {
        throw invalid();
      }
      for (int number = first; number <= last; number++) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  private static Refused invalid() {
    return Fields.invalid(
        "shareWith", "numbers of your own certificates such as 12, 14-20, at most " + MAX_CERTIFICATES);
  }
}
