package shotdeed.picture;

import java.util.ArrayList;
import java.util.List;

/** The ways in which picture servers write a size into an address. */
final class Rules {
  private Rules() {}

  /** {@code name.jpg_400x400q90.jpg_.webp}, {@code name.220x220.jpg}, {@code TB1x_230x87Q50.jpg}: host and folder say nothing. */
  static final class BehindName implements Family.Rule {
    private static final String[] MIDDLES = {".search", ".summ"};
    private final boolean folder;

    /** @param folder whether the folder belongs to the name */
    BehindName(boolean folder) {
      this.folder = folder;
    }

    @Override
    public String key(PictureUrl url) {
      String bare = bare(url.name());
      return bare.isEmpty() ? "" : folder ? url.host() + url.folder() + bare : bare;
    }

    @Override
    public List<String> larger(PictureUrl url) {
      List<String> all = new ArrayList<>();
      String name = url.name();
      int end = FileNames.firstEnding(name);
      String first = end < 0 ? name : name.substring(0, end);
      String bare = bare(name);
      if (bare.isEmpty()) {
        return all;
      }
      if (!first.equals(name)) {
        all.add(url.file(first)); // a.jpg of a.jpg_60x60.jpg
      }
      if (!FileNames.stem(first).equals(bare)) {
        all.add(url.file(bare + FileNames.ending(first))); // a.jpg of a.60x60.jpg
        if (FileNames.size(first, '_') >= 0) {
          all.add(url.file(bare));
        }
      } else if (all.isEmpty() && !url.query().isEmpty()) {
        all.add(url.file(name));
      }
      return all;
    }

    /** The name without ending and size. */
    private static String bare(String name) {
      int end = FileNames.firstEnding(name);
      String bare = end < 0 ? name : FileNames.stem(name.substring(0, end));
      int size = FileNames.size(bare, '_');
      size = size < 0 ? FileNames.size(bare, '.') : size;
      bare = size < 0 ? bare : bare.substring(0, size);
      for (String middle : MIDDLES) {
        if (bare.endsWith(middle)) {
          bare = bare.substring(0, bare.length() - middle.length());
        }
      }
      return bare;
    }
  }

  /** {@code /n1/s450x450_jfs/t1/…/hash.jpg!q70.dpg.webp}. */
  static final class BehindFolder implements Family.Rule {
    private static final String FILES = "jfs/";
    private static final String[] FOLDERS = {"/n0/", "/imgzone/", "/n1/"};

    @Override
    public String key(PictureUrl url) {
      int from = url.path().indexOf(FILES);
      if (from < 0) {
        return "";
      }
      String rest = url.path().substring(from);
      int end = FileNames.firstEnding(rest);
      return end < 0 ? rest : rest.substring(0, end);
    }

    @Override
    public List<String> larger(PictureUrl url) {
      List<String> all = new ArrayList<>();
      String key = key(url);
      for (int i = 0; i < FOLDERS.length && !key.isEmpty(); i++) {
        all.add(url.at(FOLDERS[i] + key));
      }
      return all;
    }
  }

  /** The size is in the query, or there is none to be taken away. */
  static final class Query implements Family.Rule {
    @Override
    public String key(PictureUrl url) {
      return url.path().length() < 2 ? "" : url.path();
    }

    @Override
    public List<String> larger(PictureUrl url) {
      return url.query().isEmpty() || url.path().length() < 2 ? List.of() : List.of(url.at(url.path()));
    }
  }

  /** {@code /images/I/71abc._AC_SX679_.jpg}: all between the first dot and the last. */
  static final class BetweenDots implements Family.Rule {
    @Override
    public String key(PictureUrl url) {
      int dot = url.name().indexOf('.');
      return dot <= 0 || url.path().indexOf("/images/") < 0 ? "" : url.name().substring(0, dot);
    }

    @Override
    public List<String> larger(PictureUrl url) {
      String key = key(url);
      String ending = FileNames.ending(url.name());
      return key.isEmpty() || ending.isEmpty()
          ? List.of()
          : List.of(url.file(key + ending), url.file(key + "._AC_SL1500_" + ending));
    }
  }

  /** {@code /images/g/hash/s-l500.webp}: the folder is the picture. */
  static final class FolderIsPicture implements Family.Rule {
    private final String server;
    private final String file;

    FolderIsPicture(String server, String file) {
      this.server = server;
      this.file = file;
    }

    @Override
    public String key(PictureUrl url) {
      String folder = url.folder();
      if (folder.length() < 3) {
        return "";
      }
      String bare = folder.substring(0, folder.length() - 1);
      int slash = bare.lastIndexOf('/');
      boolean picture = bare.endsWith("/g") || bare.endsWith("/z") || slash < 1;
      String before = bare.substring(0, Math.max(0, slash));
      return picture || !before.endsWith("/g") && !before.endsWith("/z") ? "" : bare.substring(slash + 1);
    }

    @Override
    public List<String> larger(PictureUrl url) {
      String key = key(url);
      return key.isEmpty() ? List.of() : List.of(url.on(server, "/images/g/" + key + "/" + file));
    }
  }

  /** {@code il_794xN.5001_abcd.jpg}: the size stands before the first dot. */
  static final class BeforeName implements Family.Rule {
    private final String mark;
    private final String full;

    BeforeName(String mark, String full) {
      this.mark = mark;
      this.full = full;
    }

    @Override
    public String key(PictureUrl url) {
      int dot = url.name().indexOf('.');
      return url.name().startsWith(mark) && dot > 0 ? FileNames.stem(url.name().substring(dot + 1)) : "";
    }

    @Override
    public List<String> larger(PictureUrl url) {
      int dot = url.name().indexOf('.');
      return key(url).isEmpty() ? List.of() : List.of(url.file(full + url.name().substring(dot)));
    }
  }

  /** {@code name_600x600_crop_center@2x.progressive.jpg?v=1&width=300}: words before the ending, and the query. */
  static final class WordsBeforeEnding implements Family.Rule {
    private static final String[] WORDS = {
      "_pico", "_icon", "_thumb", "_small", "_compact", "_medium", "_large", "_grande", "_original", "_master"
    };

    @Override
    public String key(PictureUrl url) {
      String bare = bare(url.name());
      return bare.isEmpty() ? "" : url.host() + url.folder() + bare;
    }

    @Override
    public List<String> larger(PictureUrl url) {
      String name = url.name();
      int end = FileNames.firstEnding(name);
      if (end < 0) {
        return List.of();
      }
      String full = url.file(bare(name) + FileNames.ending(name.substring(0, end)));
      String version = version(url.query());
      return List.of(version.isEmpty() ? full : full + "?" + version);
    }

    private static String bare(String name) {
      int end = FileNames.firstEnding(name);
      String bare = end < 0 ? name : FileNames.stem(name.substring(0, end));
      if (bare.endsWith(".progressive")) {
        bare = bare.substring(0, bare.length() - ".progressive".length());
      }
      int size = FileNames.size(bare, '_');
      if (size > 0) {
        return bare.substring(0, size);
      }
      int at = bare.lastIndexOf('@');
      if (at > 0 && bare.endsWith("x") && FileNames.digits(bare, at + 1) == bare.length() - at - 2) {
        bare = bare.substring(0, at);
      }
      for (String word : WORDS) {
        if (bare.endsWith(word) && bare.length() > word.length()) {
          return bare.substring(0, bare.length() - word.length());
        }
      }
      return bare;
    }

    private static String version(String query) {
      int from = query.startsWith("v=") ? 0 : query.indexOf("&v=") + 1;
      if (from == 0 && !query.startsWith("v=")) {
        return "";
      }
      int to = query.indexOf('&', from);
      return to < 0 ? query.substring(from) : query.substring(from, to);
    }
  }

  /** {@code name~tplv-….jpeg} and {@code name@resize_w100}: all behind a mark; a signed address is as it is. */
  static final class BehindMark implements Family.Rule {
    private final String[] marks;
    private final boolean signed;

    BehindMark(boolean signed, String... marks) {
      this.marks = marks;
      this.signed = signed;
    }

    @Override
    public String key(PictureUrl url) {
      String path = url.path();
      for (String mark : marks) {
        int at = path.indexOf(mark, path.lastIndexOf('/') + 1);
        path = at < 0 ? path : path.substring(0, at);
      }
      return path.length() < 2 ? "" : path;
    }

    @Override
    public List<String> larger(PictureUrl url) {
      String key = key(url);
      return signed || key.isEmpty() || key.equals(url.path()) ? List.of() : List.of(url.at(key));
    }
  }

  /** {@code name_60x60.jpg} and {@code name.jpg_400w_400h_4e}: a largest size that is known by its number. */
  static final class LargestKnown implements Family.Rule {
    private final String largest;

    LargestKnown(String largest) {
      this.largest = largest;
    }

    @Override
    public String key(PictureUrl url) {
      String name = cut(url.name());
      int size = FileNames.size(name, '_');
      return name.isEmpty() ? "" : size < 0 ? FileNames.stem(name) : name.substring(0, size);
    }

    @Override
    public List<String> larger(PictureUrl url) {
      String name = cut(url.name());
      int size = FileNames.size(name, '_');
      if (size >= 0) {
        int rest = size + 1;
        rest += FileNames.digits(name, rest) + 1;
        rest += FileNames.digits(name, rest);
        return List.of(url.file(name.substring(0, size) + largest + name.substring(rest)));
      }
      return name.equals(url.name()) ? List.of() : List.of(url.file(name));
    }

    private static String cut(String name) {
      int end = FileNames.firstEnding(name);
      return end < 0 ? name : name.substring(0, end);
    }
  }
}
