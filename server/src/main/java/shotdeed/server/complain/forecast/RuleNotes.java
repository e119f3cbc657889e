package shotdeed.server.complain.forecast;

import java.util.List;
import shotdeed.penalty.ConductRule;
import shotdeed.penalty.Execution;
import shotdeed.penalty.Lifting;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.penalty.SearchEffect;

/**
 * What a marketplace's rules say besides points and nodes, kept with the forecast that was made under them.
 *
 * @param searchEffect what points do to a shop's standing in search, or {@code null} if the sources say nothing
 * @param conduct rules on complaints that cost no points
 * @param execution which of several measures runs
 * @param lifting what ends a measure, or {@code null} if the sources say nothing
 */
public record RuleNotes(SearchEffect searchEffect, List<ConductRule> conduct, Execution execution, Lifting lifting) {
  /** Those of a policy. */
  public static RuleNotes of(PenaltyPolicy policy) {
    return new RuleNotes(policy.searchEffect(), policy.conduct(), policy.execution(), policy.lifting());
  }
}
