package shotdeed.penalty;

import java.util.List;

/**
 * What the numbers beside it rest on.
 *
 * @param confidence {@code H}: three or more articles agree; {@code M}: two, or one in detail; {@code L}: one weak.
 *     Articles copy each other, so agreement is no independent proof
 * @param mark {@code R}: read at the sources; {@code I}: inferred from them
 * @param sources at least one {@link Source#id()}
 * @param note in English, for whoever maintains the file, or {@code null}
 */
public record Basis(String confidence, String mark, List<String> sources, String note) {}
