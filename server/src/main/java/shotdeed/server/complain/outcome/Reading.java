package shotdeed.server.complain.outcome;

/**
 * What one source says of a time limit. Sources that disagree are readings beside each other.
 *
 * @param least the shortest, in {@code unit}
 * @param most the longest
 * @param unit {@code hours}, {@code days} or {@code working-days}
 * @param attempts how often, or {@code null} if the source does not say
 * @param stated whether a source states it; otherwise it is our own, and pages say so
 * @param source where it was read; {@code null} if it is not stated
 * @param read the day it was read, ISO 8601; {@code null} if it is not stated
 * @param confidence H three sources or more, M two, R read at a source, I inferred, L of little confidence; {@code null}
 *     if it is not stated
 * @param of the years that the source is about, or {@code null}
 */
public record Reading(
    int least,
    int most,
    String unit,
    Integer attempts,
    boolean stated,
    String source,
    String read,
    String confidence,
    String of) {}
