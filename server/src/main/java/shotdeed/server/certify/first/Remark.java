package shotdeed.server.certify.first;

/**
 * What a machine saw in a picture.
 *
 * @param sure whether it alone refuses the picture; else the second reviewer is told
 * @param percent how much: of the picture's area, or of its fields
 * @param certificate the seller's certificate that it is about; 0 if none
 */
public record Remark(Kind kind, boolean sure, int percent, int certificate) {
  static Remark of(Kind kind, boolean sure, double share) {
    return new Remark(kind, sure, (int) Math.round(100 * Math.max(0, Math.min(1, share))), 0);
  }
}
