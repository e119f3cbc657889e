package shotdeed.ledger.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shotdeed.ledger.StoredZip;

/**
 * Ways to tamper with a bundle, each applied to each of its parts in turn: the JVM's tests and those of the page in a
 * browser run the same.
 *
 * @param name what was done
 * @param zip the bundle afterwards
 * @param named parts that the verifier has to name
 */
public record Tampering(String name, byte[] zip, List<String> named) {
  /** All of them. */
  public static List<Tampering> all(TestBundle bundle) {
    return all(bundle.all());
  }

  /** All of them, with a bundle of these parts. */
  public static List<Tampering> all(Map<String, byte[]> parts) {
    List<Tampering> all = new ArrayList<>();
    List<String> paths = new ArrayList<>(parts.keySet());
    for (int i = 0; i < paths.size(); i++) {
      String path = paths.get(i);
      String next = paths.get((i + 1) % paths.size());
      all.add(packed("one bit flipped in " + path, with(parts, path, flipped(parts.get(path))), path));
      all.add(packed("the end cut off " + path, with(parts, path, cut(parts.get(path))), path));
      all.add(packed(path + " emptied", with(parts, path, new byte[0]), path));
      all.add(packed(path + " swapped with " + next, swapped(parts, path, next), path, next));
      all.add(packed(path + " removed", without(parts, path), path));
      all.add(packed(path + " renamed", renamed(parts, path, "renamed.bin"), path, "renamed.bin"));
      all.add(packed(path + " copied under another name", with(parts, "copy.bin", parts.get(path)), "copy.bin"));
      all.add(doubled(parts, path, parts.get(path)));
      all.add(doubled(parts, path, flipped(parts.get(path))));
      if (i + 1 < paths.size()) {
        all.add(packed(path + " moved to the end", moved(parts, path), next));
      }
    }
    all.addAll(bytes(TestBundle.zip(parts)));
    return all;
  }

  /** Changes of the archive's own bytes. */
  private static List<Tampering> bytes(byte[] zip) {
    List<Tampering> all = new ArrayList<>();
    for (StoredZip.Part part : StoredZip.read(zip).parts()) {
      int header = part.from() - part.path().length() - 30;
      all.add(new Tampering("a time written before " + part.path(), flipped(zip, header + 10), List.of(part.path())));
      all.add(new Tampering("a bit flipped in place in " + part.path(),
          flipped(zip, part.from() + part.bytes() / 2), List.of(part.path())));
      all.add(new Tampering("cut off within " + part.path(),
          Arrays.copyOf(zip, part.from() + part.bytes() / 2), List.of(part.path())));
    }
    all.add(new Tampering("a byte added at the end", Arrays.copyOf(zip, zip.length + 1), List.of()));
    all.add(new Tampering("a byte cut off the end", Arrays.copyOf(zip, zip.length - 1), List.of()));
    return all;
  }

  private static Tampering packed(String name, Map<String, byte[]> parts, String... named) {
    return new Tampering(name, TestBundle.zip(parts), List.of(named));
  }

  private static Tampering doubled(Map<String, byte[]> parts, String path, byte[] second) {
    List<Map.Entry<String, byte[]>> entries = new ArrayList<>(parts.entrySet());
    entries.add(Map.entry(path, second));
    boolean same = Arrays.equals(second, parts.get(path));
    String name = path + " doubled" + (same ? "" : " with another content");
    return new Tampering(name, TestBundle.zip(entries), List.of(path));
  }

  private static Map<String, byte[]> with(Map<String, byte[]> parts, String path, byte[] content) {
    Map<String, byte[]> changed = new LinkedHashMap<>(parts);
    changed.put(path, content);
    return changed;
  }

  private static Map<String, byte[]> without(Map<String, byte[]> parts, String path) {
    Map<String, byte[]> changed = new LinkedHashMap<>(parts);
    changed.remove(path);
    return changed;
  }

  private static Map<String, byte[]> moved(Map<String, byte[]> parts, String path) {
    Map<String, byte[]> changed = new LinkedHashMap<>(parts);
    changed.put(path, changed.remove(path));
    return changed;
  }

  private static Map<String, byte[]> swapped(Map<String, byte[]> parts, String one, String other) {
    return with(with(parts, one, parts.get(other)), other, parts.get(one));
  }

  private static Map<String, byte[]> renamed(Map<String, byte[]> parts, String path, String name) {
    Map<String, byte[]> changed = new LinkedHashMap<>();
    parts.forEach((each, content) -> changed.put(each.equals(path) ? name : each, content));
    return changed;
  }

  private static byte[] flipped(byte[] content) {
    return flipped(content, content.length / 2);
  }

  private static byte[] flipped(byte[] content, int at) {
    byte[] changed = content.clone();
    changed[at] ^= 4;
    return changed;
  }

  private static byte[] cut(byte[] content) {
    return Arrays.copyOf(content, content.length - 1);
  }
}
