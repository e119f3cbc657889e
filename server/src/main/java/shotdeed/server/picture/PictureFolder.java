package shotdeed.server.picture;

import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import shotdeed.server.platform.PathText;

/** The files below folders, each under the name that a result calls it by, sorted by that name. */
public final class PictureFolder {
  private static final String UNNAMED = ": its name is not UTF-8; rename it, or set LANG to the locale it is in";

  private final TreeMap<String, Path> files = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private PictureFolder() {}

  /** The files below one folder, named relative to it. */
  public static PictureFolder under(Path folder) {
    PictureFolder found = new PictureFolder();
    found.walk(folder, "");
    return found;
  }

  /** One folder as {@link #under}; of several folders and files each is named as it was given. */
  public static PictureFolder of(List<Path> given) {
    if (given.size() == 1 && Files.isDirectory(given.get(0))) {
      return under(given.get(0));
    }
    PictureFolder found = new PictureFolder();
    for (Path path : given) {
      if (Files.isDirectory(path)) {
        found.walkNamed(path);
      } else {
        found.put("", path, () -> PathText.name(path));
      }
    }
    return found;
  }

  /** Name to file, in the order of the names. */
  public TreeMap<String, Path> files() {
    return files;
  }

  /** Folders that could not be looked into: path and reason. */
  public List<String> problems() {
    return problems;
  }

  private void walkNamed(Path folder) {
    try {
      walk(folder, slashed(PathText.name(folder)) + "/");
    } catch (CharacterCodingException e) {
      problems.add(PathText.shown(folder) + UNNAMED);
    }
  }

  private void walk(Path folder, String prefix) {
    try {
      Files.walkFileTree(
          folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor(folder, prefix));
    } catch (IOException e) {
      problems.add(PathText.shown(folder) + ": " + PictureFiles.reason(e));
    }
  }

  private interface Naming {
    String name() throws CharacterCodingException;
  }

  private void put(String prefix, Path file, Naming naming) {
    try {
      files.put(prefix + slashed(naming.name()), file);
    } catch (CharacterCodingException e) {
      problems.add(PathText.shown(file) + UNNAMED);
    }
  }

  /** With {@code /} between folders, on every system. */
  private static String slashed(String name) {
    return name.replace(File.separatorChar, '/');
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final String prefix;

    Visitor(Path folder, String prefix) {
      this.folder = folder;
      this.prefix = prefix;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        put(prefix, file, () -> PathText.name(folder, file));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      if (!(failure instanceof FileSystemLoopException)) { // a link back up: its files are seen already
        problems.add(PathText.shown(file) + ": " + PictureFiles.reason(failure));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, IOException failure) {
      if (failure != null) {
        problems.add(PathText.shown(visited) + ": " + PictureFiles.reason(failure));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
