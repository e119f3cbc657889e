package shotdeed.ledger;

import java.util.List;
import shotdeed.digest.Sha256;

/**
 * The Merkle tree hashes of RFC 6962, 2.1, and the checks of its proofs (2.1.1, 2.1.2; as spelled out in RFC 9162, 2.1.3.2
 * and 2.1.4.2). Sizes and indexes are from 0 to 2,147,483,647.
 */
public final class Merkle {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private Merkle() {}

  /** The hash of a leaf. */
  public static byte[] leaf(byte[] data) {
    return Sha256.of(LEAF, data);
  }

  /** The hash of two subtrees. */
  public static byte[] node(byte[] left, byte[] right) {
    return Sha256.of(NODE, left, right);
  }

  /** The root of a tree without leaves. */
  public static byte[] empty() {
    return Sha256.of();
  }

  /**
   * Whether a leaf stands in a tree.
   *
   * @param leaf its hash
   * @param path from the leaf's sibling up
   */
  public static boolean includes(byte[] leaf, int index, int size, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size) {
      return false;
    }
    int node = index;
    int last = size - 1;
    byte[] hash = leaf;
    for (byte[] sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = node(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Lines.same(hash, root);
  }

  /** Whether a tree grew from another by leaves behind its own only; of an empty tree, any does. */
  public static boolean grew(int from, byte[] before, int to, byte[] after, List<byte[]> path) {
    if (from < 0 || from > to) {
      return false;
    }
    if (from == to || from == 0) {
      return path.isEmpty() && (from == 0 ? Lines.same(before, empty()) : Lines.same(before, after));
    }
    int node = from - 1;
    int last = to - 1;
    while ((node & 1) == 1) {
      node >>= 1;
      last >>= 1;
    }
    // The hash of the first subtree is in the path unless it is all of the earlier tree.
    int at = node == 0 ? 0 : 1;
    if (path.size() < at) {
      return false;
    }
    byte[] old = at == 0 ? before : path.get(0);
    byte[] now = old;
    for (; at < path.size(); at++) {
      byte[] sibling = path.get(at);
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        old = node(sibling, old);
        now = node(sibling, now);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        now = node(now, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Lines.same(old, before) && Lines.same(now, after);
  }
}
