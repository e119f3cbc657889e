package shotdeed.server.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;

/** Run by the build: puts the offline page's script, style and words into one file, which needs nothing beside it. */
final class WritePage {
  /** Of what stands in the log as a code. */
  private static final List<String> NAMES =
      List.of("grade.", "certificate.state.", "review.first.", "review.second.", "dispute.outcome.");

  private WritePage() {}

  /**
   * @param arguments folder of {@code verify.html} and {@code verify.css}, the compiled script, the file to write
   */
  public static void main(String[] arguments) throws IOException {
    Path sources = Path.of(arguments[0]);
    String style = Files.readString(sources.resolve("verify.css"));
    // The only place in a script where the end of its element can stand is a text.
    String script = Files.readString(Path.of(arguments[1])).replace("</script", "<\\/script") + "\nshotdeedVerify([]);\n";
    String page = Files.readString(sources.resolve("verify.html"))
        .replace("{{style-hash}}", hash(style))
        .replace("{{script-hash}}", hash(script))
        .replace("{{style}}", style)
        .replace("{{words}}", words().replace("<", "\\u003c"))
        .replace("{{script}}", script);
    Path file = Path.of(arguments[2]);
    Files.createDirectories(file.getParent());
    Files.writeString(file, page);
  }

  /** The words that the page may need, in every language. */
  private static String words() throws IOException {
    Map<String, Map<String, String>> all = new TreeMap<>();
    for (Language language : Language.values()) {
      Texts texts = Texts.in(language);
      Map<String, String> words = new TreeMap<>();
      for (String key : texts.keys()) {
        boolean own = key.startsWith("verify.") && !key.startsWith("verify.site.") && !key.startsWith("verify.command.");
        boolean named = NAMES.stream().anyMatch(key::startsWith);
        if (own || named && !key.endsWith(".means")) {
          words.put(key, texts.get(key, "{0}", "{1}", "{2}", "{3}", "{4}"));
        }
      }
      all.put(language.tag(), words);
    }
    return new ObjectMapper().writeValueAsString(all);
  }

  private static String hash(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
