package shotdeed.server.certify.first;

import java.util.List;

/**
 * Words written over a photograph: prices, slogans, a shop's name. Where they cover a quarter of it, it is refused; less,
 * and a person looks: letters on cloth may be as even as ink where the light is.
 */
final class WordsCheck implements Check {
  /** Levels by which ink varies over a line: written by a program 3.2 at most, stripes of cloth 3.2 and more. */
  private static final double PRINTED = 3;

  private static final double PERHAPS_PRINTED = 4;

  /** Share of the picture that lines cover. */
  private static final double SURE = 0.25;

  private static final double PERHAPS = 0.005;

  @Override
  public Remark look(Seen seen) {
    double sure = share(seen, PRINTED);
    if (sure >= SURE) {
      return Remark.of(Kind.WORDS, true, sure);
    }
    double perhaps = share(seen, PERHAPS_PRINTED);
    return perhaps >= PERHAPS ? Remark.of(Kind.WORDS, false, perhaps) : null;
  }

  private static double share(Seen seen, double shading) {
    List<Words.Line> lines = seen.words();
    double area = lines.stream().filter(line -> line.shading() <= shading).mapToInt(Words.Line::area).sum();
    return area / ((double) seen.picture().width() * seen.picture().height());
  }
}
