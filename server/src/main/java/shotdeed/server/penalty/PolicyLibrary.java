package shotdeed.server.penalty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import shotdeed.penalty.PenaltyEngine;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.penalty.PenaltyTexts;
import shotdeed.server.platform.DataFault;
import shotdeed.server.platform.DataFile;

/**
 * The penalty policies at hand, all valid, and the engine that reads them. Within a market they follow each other
 * without a gap and without an overlap. Immutable.
 */
public final class PolicyLibrary {
  private static final String FOLDER = "/shotdeed/penalty/";
  private static final String TEXTS = "texts.json";
  private static final List<String> FILES = List.of("taobao.json", "tmall.json", "tmall-earlier.json", "aliexpress.json");

  /** By market and date. */
  static final Comparator<PenaltyPolicy> ORDER = Comparator.comparing(PenaltyPolicy::market)
      .thenComparing(PolicyLibrary::from)
      .thenComparing(PolicyLibrary::until);

  private final List<PenaltyPolicy> policies;
  private final PenaltyTexts texts;

  private PolicyLibrary(List<PenaltyPolicy> policies, PenaltyTexts texts) {
    this.policies = policies;
    this.texts = texts;
  }

  /** Those that come with the program. */
  public static PolicyLibrary bundled() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : FILES) {
      files.put(name, resource(name));
    }
    return of(files, resource(TEXTS));
  }

  /**
   * Reads and validates policy files.
   *
   * @param files name to JSON; the names only appear in errors
   * @param texts words for the measures, as {@code texts.json}
   * @throws DataFault at the first fault, with file, field and what was expected
   */
  public static PolicyLibrary of(Map<String, byte[]> files, byte[] texts) {
    PenaltyTexts words = DataFile.read(TEXTS, texts, PenaltyTexts.class);
    TextsValidator.validate(TEXTS, words);
    Map<String, String> fileOf = new LinkedHashMap<>();
    List<PenaltyPolicy> policies = new ArrayList<>();
    files.forEach(
        (name, json) -> {
          PenaltyPolicy policy = DataFile.read(name, json, PenaltyPolicy.class);
          PolicyValidator.validate(name, policy, words);
          String other = fileOf.put(policy.policy(), name);
          if (other != null) {
            throw new DataFault(name, "policy", "expected an id of its own, but " + other + " has it too");
          }
          policies.add(policy);
        });
    policies.sort(ORDER);
    for (int i = 1; i < policies.size(); i++) {
      follows(policies.get(i - 1), policies.get(i), fileOf);
    }
    return new PolicyLibrary(List.copyOf(policies), words);
  }

  /**
   * Reads and validates one more file by itself, without putting it into the line of its market.
   *
   * @throws DataFault at the first fault
   */
  public PenaltyPolicy read(String file, byte[] json) {
    PenaltyPolicy policy = DataFile.read(file, json, PenaltyPolicy.class);
    PolicyValidator.validate(file, policy, texts);
    return policy;
  }

  /** These policies with a newer text put into the line of its market, see {@link Succession}. */
  PolicyLibrary with(Succession succession) {
    return new PolicyLibrary(succession.policies(), texts);
  }

  /** In alphabetical order. */
  public List<String> markets() {
    return List.copyOf(new TreeSet<>(policies.stream().map(PenaltyPolicy::market).toList()));
  }

  /** The policy that holds on a market at a time, by the date it is there then. */
  public Optional<PenaltyPolicy> pick(String market, Instant at) {
    return policies.stream()
        .filter(policy -> policy.market().equals(market))
        .filter(policy -> holds(policy, at))
        .findFirst();
  }

  /**
   * The marketplace of a listing.
   *
   * @param market what the listing's page was taken for; {@code other} where that is not known
   * @param site its host name
   * @return {@code market} itself if none of the policies is for the site
   */
  public String marketOf(String market, String site) {
    if (markets().contains(market)) {
      return market;
    }
    return policies.stream()
        .filter(policy -> policy.isOf(site))
        .map(PenaltyPolicy::market)
        .findFirst()
        .orElse(market);
  }

  /** The newest text of an id, whatever its dates. */
  public Optional<PenaltyPolicy> byId(String policy) {
    return policies.stream().filter(each -> each.policy().equals(policy)).reduce((a, b) -> b);
  }

  /** What a market's clock is ahead of UTC. */
  public ZoneOffset offset(String market) {
    return policies.stream()
        .filter(policy -> policy.market().equals(market))
        .findFirst()
        .map(PolicyLibrary::offset)
        .orElseThrow(() -> new IllegalArgumentException("no policy for market " + market));
  }

  /** All of them, by market and date. */
  public List<PenaltyPolicy> all() {
    return policies;
  }

  /** The words for codes in policies and forecasts. */
  public PenaltyTexts texts() {
    return texts;
  }

  /** The engine, with the words of this library. */
  public PenaltyEngine engine() {
    return new PenaltyEngine(texts);
  }

  private static boolean holds(PenaltyPolicy policy, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, offset(policy));
    return !day.isBefore(from(policy)) && day.isBefore(until(policy));
  }

  private static ZoneOffset offset(PenaltyPolicy policy) {
    return ZoneOffset.ofTotalSeconds((int) Duration.ofMinutes(policy.timeZone().offsetMinutes()).toSeconds());
  }

  private static void follows(PenaltyPolicy before, PenaltyPolicy after, Map<String, String> fileOf) {
    if (!before.market().equals(after.market()) || until(before).equals(from(after))) {
      return;
    }
    String fault = until(before).isBefore(from(after)) ? "a gap" : "an overlap";
    throw new DataFault(
        fileOf.get(after.policy()),
        "validFrom",
        "expected no gap and no overlap within market " + after.market() + ", but there is " + fault + " with "
            + fileOf.get(before.policy()) + ", whose validUntil is " + Objects.toString(before.validUntil()));
  }

  static LocalDate from(PenaltyPolicy policy) {
    return policy.validFrom() == null ? LocalDate.MIN : LocalDate.parse(policy.validFrom());
  }

  static LocalDate until(PenaltyPolicy policy) {
    return policy.validUntil() == null ? LocalDate.MAX : LocalDate.parse(policy.validUntil());
  }

  private static byte[] resource(String name) {
    return DataFile.bundled(PolicyLibrary.class, FOLDER + name);
  }
}
