package shotdeed.wire;

/**
 * Pictures that could not be examined.
 *
 * @param reason such as {@code unreachable}, or as {@link shotdeed.model.Unjudged#text} says it
 */
public record FailedPictures(String reason, int pictures) {}
