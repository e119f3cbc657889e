package shotdeed.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTest {
  /** RFC 6962, 2.1, word by word. */
  static byte[] root(List<byte[]> leaves) {
    int n = leaves.size();
    if (n < 2) {
      return n == 0 ? Merkle.empty() : Merkle.leaf(leaves.get(0));
    }
    int k = Integer.highestOneBit(n - 1);
    return Merkle.node(root(leaves.subList(0, k)), root(leaves.subList(k, n)));
  }

  /** RFC 6962, 2.1.1, word by word. */
  static List<byte[]> path(int m, List<byte[]> leaves) {
    int n = leaves.size();
    if (n == 1) {
      return new ArrayList<>();
    }
    int k = Integer.highestOneBit(n - 1);
    List<byte[]> path = m < k ? path(m, leaves.subList(0, k)) : path(m - k, leaves.subList(k, n));
    path.add(root(m < k ? leaves.subList(k, n) : leaves.subList(0, k)));
    return path;
  }

  /** RFC 6962, 2.1.2, word by word. */
  static List<byte[]> consistency(int m, List<byte[]> leaves, boolean whole) {
    int n = leaves.size();
    if (m == n) {
      return new ArrayList<>(whole ? List.of() : List.of(root(leaves)));
    }
    int k = Integer.highestOneBit(n - 1);
    if (m <= k) {
      List<byte[]> proof = consistency(m, leaves.subList(0, k), whole);
      proof.add(root(leaves.subList(k, n)));
      return proof;
    }
    List<byte[]> proof = consistency(m - k, leaves.subList(k, n), false);
    proof.add(root(leaves.subList(0, k)));
    return proof;
  }

  static List<byte[]> leaves(int count) {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leaves.add(Utf8.bytes("leaf " + i));
    }
    return leaves;
  }

  @Test
  void the_root_of_no_leaves_is_the_hash_of_nothing() {
    assertThat(Base64.getEncoder().encodeToString(Merkle.empty()))
        .isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  }

  @Test
  void every_leaf_of_every_tree_is_included_at_its_own_place_only() {
    for (int size = 1; size <= 40; size++) {
      List<byte[]> leaves = leaves(size);
      byte[] root = root(leaves);
      for (int i = 0; i < size; i++) {
        List<byte[]> path = path(i, leaves);
        byte[] leaf = Merkle.leaf(leaves.get(i));
        assertThat(Merkle.includes(leaf, i, size, path, root)).isTrue();
        assertThat(Merkle.includes(leaf, i + 1, size, path, root)).isFalse();
        assertThat(Merkle.includes(Merkle.leaf(Utf8.bytes("other")), i, size, path, root)).isFalse();
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(root);
        assertThat(Merkle.includes(leaf, i, size, longer, root)).isFalse();
        if (!path.isEmpty()) {
          assertThat(Merkle.includes(leaf, i, size, path.subList(1, path.size()), root)).isFalse();
        }
      }
    }
    assertThat(Merkle.includes(Merkle.leaf(new byte[0]), -1, 1, List.of(), Merkle.leaf(new byte[0]))).isFalse();
  }

  @Test
  void every_tree_grew_from_every_smaller_one_and_from_no_other() {
    for (int size = 1; size <= 40; size++) {
      List<byte[]> leaves = leaves(size);
      byte[] root = root(leaves);
      for (int before = 1; before <= size; before++) {
        byte[] old = root(leaves.subList(0, before));
        List<byte[]> proof = consistency(before, leaves, true);
        assertThat(Merkle.grew(before, old, size, root, proof)).isTrue();
        assertThat(Merkle.grew(before, Merkle.empty(), size, root, proof)).isFalse();
        assertThat(Merkle.grew(before, old, size, Merkle.empty(), proof)).isFalse();
        assertThat(Merkle.grew(size, root, before, old, proof)).isEqualTo(before == size);
        for (int i = 0; i < proof.size(); i++) {
          List<byte[]> wrong = new ArrayList<>(proof);
          wrong.set(i, Merkle.empty());
          assertThat(Merkle.grew(before, old, size, root, wrong)).isFalse();
        }
      }
    }
  }

  @Test
  void any_tree_grew_from_the_empty_one() {
    byte[] root = root(leaves(3));
    assertThat(Merkle.grew(0, Merkle.empty(), 3, root, List.of())).isTrue();
    assertThat(Merkle.grew(0, root, 3, root, List.of())).isFalse();
    assertThat(Merkle.grew(0, Merkle.empty(), 3, root, List.of(root))).isFalse();
  }
}
