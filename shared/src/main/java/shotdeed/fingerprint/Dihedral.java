package shotdeed.fingerprint;

/**
 * The eight ways to turn and mirror a picture without distorting it, in the order and with the names of PDQ's reference
 * (ThreatExchange, {@code pdq/cpp}, {@code --dihedral}).
 */
public enum Dihedral {
  /** As it is. */
  ROTATE0(false, false, false),
  /** A quarter turn. */
  ROTATE90(true, false, true),
  /** Upside down. */
  ROTATE180(false, true, true),
  /** A quarter turn the other way. */
  ROTATE270(true, true, false),
  /** Mirrored top to bottom, as the reference names it. */
  FLIPX(false, false, true),
  /** Mirrored left to right, as the reference names it. */
  FLIPY(false, true, false),
  /** Mirrored at the main diagonal. */
  FLIPPLUS1(true, false, false),
  /** Mirrored at the other diagonal. */
  FLIPMINUS1(true, true, true);

  final boolean transposed;
  final boolean negateOddColumns;
  final boolean negateOddRows;

  Dihedral(boolean transposed, boolean negateOddColumns, boolean negateOddRows) {
    this.transposed = transposed;
    this.negateOddColumns = negateOddColumns;
    this.negateOddRows = negateOddRows;
  }

  /** Whether rows become columns, before anything is mirrored. */
  public boolean transposes() {
    return transposed;
  }

  /** Whether it is mirrored left to right, after {@link #transposes}. */
  public boolean mirrorsColumns() {
    return negateOddColumns;
  }

  /** Whether it is mirrored top to bottom, after {@link #transposes}. */
  public boolean mirrorsRows() {
    return negateOddRows;
  }
}
