package shotdeed.match;

/**
 * A {@link HammingIndex} as it can be stored: what took time to make, as arrays. They are the index's own, not copies, and
 * not to be changed while either is in use. What stored it must give it back as it was: of the arrays only the sizes are
 * looked at.
 *
 * @param used codes; there are no gaps between them
 * @param words blocks of eight words a code
 * @param radii blocks of one radius a code
 * @param starts of each half that is looked up, where each value's postings start; and one more, their number
 * @param handles of each such half, the code of each posting
 * @param siblings of each such half, the other half of the word of each posting, and two more
 */
public record FrozenIndex(
    int used, int[][] words, byte[][] radii, int[][] starts, int[][] handles, char[][] siblings) {
  /** @throws IllegalArgumentException if the sizes cannot be those of an index */
  public FrozenIndex {
    int blocks = (used + HammingIndex.BLOCK - 1) / HammingIndex.BLOCK;
    boolean fits =
        used > 0
            && words.length == blocks
            && radii.length == blocks
            && starts.length <= Pigeonhole.HALVES
            && handles.length == starts.length
            && siblings.length == starts.length;
    for (int b = 0; fits && b < blocks; b++) {
      fits = words[b].length == HammingIndex.BLOCK * 8 && radii[b].length == HammingIndex.BLOCK;
    }
    for (int half = 0; fits && half < starts.length; half++) {
      int posted = handles[half].length;
      int last = starts[half].length - 1;
      fits = posted <= used && siblings[half].length == posted + 2 && last > 0 && starts[half][last] == posted;
    }
    if (!fits) {
      throw new IllegalArgumentException("these arrays are no index of " + used + " codes");
    }
  }
}
