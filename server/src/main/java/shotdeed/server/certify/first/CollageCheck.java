package shotdeed.server.certify.first;

/** Several photographs beside or under each other, with or without a gutter between them. */
final class CollageCheck implements Check {
  @Override
  public Remark look(Seen seen) {
    Composition composition = seen.composition();
    return composition.photographs() < 2
        ? null
        : Remark.of(Kind.COLLAGE, true, composition.share(Composition.Content.PHOTOGRAPH));
  }
}
