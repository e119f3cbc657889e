package shotdeed.server.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import shotdeed.digest.Sha256;
import shotdeed.ledger.Merkle;

/**
 * The hashes of a log's tree as tiles (c2sp.org/tlog-tiles). Appending one leaf reads and writes one tile a level, of
 * which there are log₂₅₆ of the size; a proof reads at most one tile for each of its hashes, of which there are log₂ of
 * the size.
 */
final class Tiles {
  /** Hashes of a tile. */
  static final int WIDTH = 256;

  private static final int HEIGHT = 8;

  private final Handle handle;
  private final int log;
  private final Map<List<Integer>, byte[]> read = new HashMap<>();

  /** A tile is missing or too short. */
  static final class Damaged extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Damaged(String message) {
      super(message);
    }
  }

  Tiles(Handle handle, int log) {
    this.handle = handle;
    this.log = log;
  }

  /** A tile as far as it is filled; empty if there is none. */
  byte[] tile(int level, int number) {
    return read.computeIfAbsent(List.of(level, number), place ->
        handle.createQuery(
                "select hashes from log_tile where log_id = :log and level = :level and number = :number")
            .bind("log", log)
            .bind("level", level)
            .bind("number", number)
            .mapTo(byte[].class)
            .findOne()
            .orElse(new byte[0]));
  }

  /** Appends leaves' hashes behind the first {@code size}. */
  void append(int size, List<byte[]> leaves) {
    List<byte[]> next = leaves;
    int from = size;
    for (int level = 0; !next.isEmpty(); level++) {
      next = appendTo(level, from, next);
      from /= WIDTH;
    }
  }

  /** Returns the hashes of the tiles that became full. */
  private List<byte[]> appendTo(int level, int size, List<byte[]> hashes) {
    List<byte[]> full = new ArrayList<>();
    int number = size / WIDTH;
    int filled = size % WIDTH;
    byte[] tile = Arrays.copyOf(filled == 0 ? new byte[0] : tile(level, number), WIDTH * Sha256.BYTES);
    for (byte[] hash : hashes) {
      System.arraycopy(hash, 0, tile, filled * Sha256.BYTES, Sha256.BYTES);
      filled++;
      if (filled == WIDTH) {
        write(level, number, tile);
        full.add(above(tile, 0, WIDTH));
        number++;
        filled = 0;
        tile = new byte[WIDTH * Sha256.BYTES];
      }
    }
    if (filled > 0) {
      write(level, number, Arrays.copyOf(tile, filled * Sha256.BYTES));
    }
    return full;
  }

  private void write(int level, int number, byte[] hashes) {
    handle.execute(
        "insert into log_tile (log_id, level, number, hashes) values (?, ?, ?, ?)"
            + " on conflict (log_id, level, number) do update set hashes = excluded.hashes",
        log,
        level,
        number,
        hashes);
    read.put(List.of(level, number), hashes);
  }

  /** The hash above {@code count} hashes, a power of two. */
  private static byte[] above(byte[] hashes, int from, int count) {
    if (count == 1) {
      return Arrays.copyOfRange(hashes, from * Sha256.BYTES, (from + 1) * Sha256.BYTES);
    }
    int half = count / 2;
    return Merkle.node(above(hashes, from, half), above(hashes, from + half, half));
  }

  /** The root over the first {@code size} leaves. */
  byte[] root(int size) {
    return size == 0 ? Merkle.empty() : range(0, size);
  }

  /** The path of a leaf in the tree of the first {@code size} (RFC 6962, 2.1.1). */
  List<byte[]> path(int index, int size) {
    List<byte[]> path = new ArrayList<>();
    int from = 0;
    int to = size;
    while (to - from > 1) {
      int middle = from + split(to - from);
      if (index < middle) {
        path.add(range(middle, to));
        to = middle;
      } else {
        path.add(range(from, middle));
        from = middle;
      }
    }
    Collections.reverse(path);
    return path;
  }

  /** That the tree of {@code size} leaves grew from that of {@code before} (RFC 6962, 2.1.2). */
  List<byte[]> consistency(int before, int size) {
    List<byte[]> proof = new ArrayList<>();
    if (before > 0) {
      consistency(before, 0, size, true, proof);
    }
    return proof;
  }

  private void consistency(int before, int from, int to, boolean whole, List<byte[]> proof) {
    if (before == to) {
      if (!whole) {
        proof.add(range(from, to));
      }
      return;
    }
    int middle = from + split(to - from);
    if (before <= middle) {
      consistency(before, from, middle, whole, proof);
      proof.add(range(middle, to));
    } else {
      consistency(before, middle, to, false, proof);
      proof.add(range(from, middle));
    }
  }

  /** The largest power of two below a number of leaves. */
  private static int split(int leaves) {
    return Integer.highestOneBit(leaves - 1);
  }

  private byte[] range(int from, int to) {
    int leaves = to - from;
    if (Integer.bitCount(leaves) == 1) {
      return subtree(Integer.numberOfTrailingZeros(leaves), from / leaves);
    }
    int middle = from + split(leaves);
    return Merkle.node(range(from, middle), range(middle, to));
  }

  private byte[] subtree(int height, int index) {
    int level = height / HEIGHT;
    int within = height % HEIGHT;
    int first = index << within;
    byte[] tile = tile(level, first / WIDTH);
    int count = 1 << within;
    if ((first % WIDTH + count) * Sha256.BYTES > tile.length) {
      throw new Damaged("a tile of the log is damaged: " + level + "/" + first / WIDTH);
    }
    return above(tile, first % WIDTH, count);
  }
}
