package shotdeed.server.complain.forms;

/**
 * Something that a marketplace's form goes by.
 *
 * @param stated whether a source states it; otherwise {@code value} is our own cautious one, and pages say so
 * @param source where it was read; {@code null} if it is not stated
 * @param read the day it was read, ISO 8601; {@code null} if it is not stated
 * @param confidence R read at a source, I inferred, L of little confidence; {@code null} if it is not stated
 */
public record Figure<T>(T value, boolean stated, String source, String read, String confidence) {
  /** Whether a file that breaks it is refused for sure: it is stated, and not with little confidence. */
  boolean sure() {
    return stated && !"L".equals(confidence);
  }
}
