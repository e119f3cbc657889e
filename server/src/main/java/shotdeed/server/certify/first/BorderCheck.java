package shotdeed.server.certify.first;

/** A frame, bars, a blurred ground or a band with words that was put around or beside one photograph. */
final class BorderCheck implements Check {
  /** Share of the area; a thinner line at the edge comes from a scanner, or from rounding. */
  private static final double LEAST = 0.015;

  @Override
  public Remark look(Seen seen) {
    Composition composition = seen.composition();
    double photograph = composition.share(Composition.Content.PHOTOGRAPH);
    boolean framed =
        composition.cuts() > 0 && composition.photographs() < 2 && photograph > 0 && 1 - photograph >= LEAST;
    return framed ? Remark.of(Kind.BORDER, true, 1 - photograph) : null;
  }
}
