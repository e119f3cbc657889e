package shotdeed.server.complain.outcome;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import shotdeed.penalty.Ledger;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.server.penalty.Policies;
import shotdeed.server.penalty.PolicyLibrary;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;

/** The accounts of points that a marketplace's rules name, and which of them a person means. */
public final class ToldLedgers {
  private static final int MAX_NAME = 30;

  private final Policies policies;
  private final InstantSource clock;

  ToldLedgers(Policies policies, InstantSource clock) {
    this.policies = policies;
    this.clock = clock;
  }

  private PenaltyPolicy policy(String market, String site) {
    PolicyLibrary library = policies.current();
    return library.pick(library.marketOf(market, site), clock.instant()).orElse(null);
  }

  /** Those of a marketplace; empty where no points are published. */
  List<Ledger> of(String market, String site) {
    PenaltyPolicy policy = policy(market, site);
    return policy == null ? List.of() : policy.ledgers();
  }

  /**
   * The id of the ledger that a person means. Where no points are published it is kept as it was written.
   *
   * @param said {@code null} or blank if it was not told
   * @return {@code null} if it was not told
   * @throws Refused if the marketplace's rules know none of that name: points of an unknown ledger would count nowhere
   */
  String meant(String market, String site, String said) {
    if (said == null || said.isBlank()) {
      return null;
    }
    String name = Fields.whole("ledger", said, MAX_NAME);
    PenaltyPolicy policy = policy(market, site);
    if (policy == null) {
      return name;
    }
    String ledger = policy.ledgerNamed(name);
    if (ledger == null) {
      throw Fields.invalid("ledger", policy.ledgers().stream().map(Ledger::id).collect(Collectors.joining(", ")));
    }
    return ledger;
  }
}
