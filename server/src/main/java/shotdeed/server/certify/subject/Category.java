package shotdeed.server.certify.subject;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Language;

/** A category of goods. Which there are is data: {@code categories.json}, in the order in which people choose. */
public final class Category {
  /** Whoever states none states this one. */
  public static final String UNSTATED = "other";

  private static final String FILE = "/shotdeed/server/categories.json";
  private static final Pattern ID = Pattern.compile("[a-z][a-z-]{0,30}[a-z]");
  private static final Map<String, Category> ALL = load();

  private final String id;
  private final Map<String, String> names;

  private Category(String id, Map<String, String> names) {
    this.id = id;
    this.names = names;
  }

  /** One line of the file: an id, and a name by language. */
  static final class Line {
    @JsonProperty String id;
    final Map<String, String> names = new LinkedHashMap<>();

    @JsonAnySetter
    void name(String language, String name) {
      names.put(language, name);
    }
  }

  private static Map<String, Category> load() {
    try (InputStream in = Category.class.getResourceAsStream(FILE)) {
      return read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  /**
   * Reads such a file.
   *
   * @throws IllegalArgumentException if an id is missing, odd or there twice, or a name is missing, naming which
   */
  static Map<String, Category> read(byte[] file) throws IOException {
    Map<String, Category> all = new LinkedHashMap<>();
    for (Line line : Json.read(file, Line[].class)) {
      if (line.id == null || !ID.matcher(line.id).matches()) {
        throw new IllegalArgumentException("no id of a category: " + line.id);
      }
      for (String language : List.of("en", "zh-CN", "zh-TW")) {
        if (line.names.getOrDefault(language, "").isBlank()) {
          throw new IllegalArgumentException("the category " + line.id + " has no name in " + language);
        }
      }
      if (all.put(line.id, new Category(line.id, Map.copyOf(line.names))) != null) {
        throw new IllegalArgumentException("the category " + line.id + " is there twice");
      }
    }
    if (!all.containsKey(UNSTATED)) {
      throw new IllegalArgumentException("there is no category " + UNSTATED);
    }
    return all;
  }

  /** All, in the order in which people choose. */
  public static List<Category> all() {
    return List.copyOf(ALL.values());
  }

  /** Whether there is such a category. */
  public static boolean exists(String id) {
    return ALL.containsKey(id);
  }

  /**
   * A category by id.
   *
   * @throws shotdeed.server.platform.Refused if there is none
   */
  public static Category of(String id) {
    Category category = id == null ? null : ALL.get(id);
    if (category == null) {
      throw Fields.invalid("category", "one of " + String.join(", ", ALL.keySet()));
    }
    return category;
  }

  /** Stable, for programs. */
  public String id() {
    return id;
  }

  /** Its name in a language. */
  public String name(Language language) {
    return names.get(language.tag());
  }
}
