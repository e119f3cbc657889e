package shotdeed.server.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shotdeed.image.PictureHeader;
import shotdeed.server.bench.Photograph.Role;
import shotdeed.server.picture.PictureFiles;
import shotdeed.server.picture.PictureFolder;
import shotdeed.server.platform.PathText;
import shotdeed.server.platform.Secrets;

/**
 * The photographs of a run's folders. The same file twice would be its own wrong match: the first place counts, and an
 * original that is a sibling as well stands in both roles. Only names are held.
 */
final class Photographs {
  /** Files of a kind that are told by name. */
  private static final int NAMED = 5;

  private final int limit;
  private final Map<String, Photograph> bySha256 = new HashMap<>();
  private final List<Photograph> certified = new ArrayList<>();
  private final List<Photograph> distractors = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> strangers = new ArrayList<>();
  private int twice;

  private Photographs(int limit) {
    this.limit = limit;
  }

  /**
   * Looks into the folders.
   *
   * @param siblings or {@code null}
   * @param limit photographs taken of each folder, the first by name
   */
  static Photographs of(Path originals, Path distractors, Path siblings, int limit) {
    Photographs found = new Photographs(limit);
    Map<String, Sibling> kin = new HashMap<>();
    TreeMap<String, Path> sets = siblings == null ? new TreeMap<>() : found.files(siblings);
    sets.forEach((name, file) -> found.ifPicture(name, file, sha256 -> kin.putIfAbsent(sha256, Sibling.of(name))));
    found.take(found.files(originals), "", Role.ORIGINAL, kin);
    found.take(sets, "siblings/", Role.SIBLING, kin);
    found.take(found.files(distractors), "distractors/", Role.DISTRACTOR, kin);
    return found;
  }

  /** Looks into one folder, of photographs of no certificate; their keys are their names below it. */
  static Photographs without(Path folder) {
    Photographs found = new Photographs(Integer.MAX_VALUE);
    found.take(found.files(folder), "", Role.DISTRACTOR, Map.of());
    return found;
  }

  /** Originals, then siblings, each by name. */
  List<Photograph> certified() {
    return certified;
  }

  List<Photograph> distractors() {
    return distractors;
  }

  /** What could not be read: path and reason. */
  List<String> problems() {
    return problems;
  }

  /** What was left out, a line a kind. */
  List<String> leftOut() {
    List<String> lines = new ArrayList<>();
    if (!strangers.isEmpty()) {
      String names = strangers.stream().limit(NAMED).map(PathText::shown).collect(Collectors.joining(", "));
      lines.add(
          "left out, not pictures: " + ResultTable.count(strangers.size(), "file") + " (" + names
              + (strangers.size() > NAMED ? ", …)" : ")"));
    }
    if (twice > 0) {
      lines.add("left out, the same picture as another: " + ResultTable.count(twice, "file"));
    }
    return lines;
  }

  private interface Known {
    void as(String sha256);
  }

  private TreeMap<String, Path> files(Path folder) {
    PictureFolder found = PictureFolder.under(folder);
    problems.addAll(found.problems());
    return found.files();
  }

  private void take(TreeMap<String, Path> files, String prefix, Role role, Map<String, Sibling> kin) {
    int[] taken = {0};
    for (Map.Entry<String, Path> entry : files.entrySet()) {
      if (taken[0] == limit) {
        return;
      }
      ifPicture(
          entry.getKey(),
          entry.getValue(),
          sha256 -> {
            taken[0]++;
            Photograph photograph =
                new Photograph(prefix + entry.getKey(), entry.getValue(), role, kin.get(sha256));
            if (bySha256.putIfAbsent(sha256, photograph) == null) {
              (role == Role.DISTRACTOR ? distractors : certified).add(photograph);
            } else if (role != Role.SIBLING || bySha256.get(sha256).role() == Role.SIBLING) {
              twice++;
            }
          });
    }
  }

  private void ifPicture(String name, Path file, Known known) {
    try {
      byte[] bytes = PictureFiles.bytes(file);
      if (PictureHeader.read(bytes) != null) {
        known.as(Secrets.sha256(bytes));
      } else if (!strangers.contains(name)) {
        strangers.add(name);
      }
    } catch (IOException e) {
      String problem = PathText.shown(file) + ": " + PictureFiles.reason(e);
      if (!problems.contains(problem)) {
        problems.add(problem);
      }
    }
  }
}
