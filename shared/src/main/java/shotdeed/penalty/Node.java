package shotdeed.penalty;

import java.util.List;

/**
 * What happens at a number of points. Exactly one of {@code at} and {@code every} is given.
 *
 * @param at points, or {@code null}
 * @param every the node lies at every multiple of so many points, or {@code null}
 * @param statedTo the highest multiple that a source states; {@code null} for a single node. Beyond it is inferred
 * @param measures codes, for which {@code texts.json} has words
 * @param measuresIfSerious come on top if the case is serious
 * @param disputedMeasures in one source and absent in another
 * @param days how long; {@code null} if {@code term} is not {@code fixed}
 * @param term {@code fixed}, {@code permanent} or {@code not-stated}
 * @param ownTerms measures of this node that run longer or shorter than {@code days}
 * @param money {@code null} if there is none
 */
public record Node(
    Integer at,
    Integer every,
    Integer statedTo,
    List<String> measures,
    List<String> measuresIfSerious,
    List<String> disputedMeasures,
    Integer days,
    String term,
    List<OwnTerm> ownTerms,
    Money money,
    Basis basis,
    Basis repeatBasis) {}
