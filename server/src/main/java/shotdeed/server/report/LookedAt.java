package shotdeed.server.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import shotdeed.server.coverage.Coverage;
import shotdeed.server.coverage.Coverage.Changed;
import shotdeed.server.coverage.Coverage.Figures;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Texts;
import shotdeed.server.watch.Watched;

/** What was looked at, as it is kept with a report, and in words: a report tells no more than its pages show. */
public final class LookedAt {
  private LookedAt() {}

  /** As it is kept. */
  public static String text(Coverage coverage) {
    return new String(Json.write(coverage), StandardCharsets.UTF_8);
  }

  /** Reads {@link #text}; {@code null} if nothing is kept, or another version of the program kept it. */
  public static Coverage of(TheftReport report) {
    try {
      Coverage coverage = Json.read(report.coverage().getBytes(StandardCharsets.UTF_8), Coverage.class);
      return coverage.total() == null ? null : coverage;
    } catch (RuntimeException e) {
      return null;
    }
  }

  /**
   * In sentences and names: also why pictures could not be looked at, which pages have changed, and what on the watch list
   * nobody visited, as far as it is named; nothing if nothing is kept.
   */
  public static List<String> whole(Coverage coverage, Texts texts) {
    List<String> sentences = sentences(coverage, texts);
    if (coverage == null) {
      return sentences;
    }
    String means = sentences.remove(sentences.size() - 1);
    if (coverage.total().failed() > 0) {
      sentences.add(texts.get("coverage.failed"));
      coverage.total().reasons().forEach((reason, pictures) -> sentences.add(
          "– " + texts.get("coverage.reason", texts.get("coverage.failed." + reason), pictures)));
    }
    sentences.addAll(changed(coverage, texts));
    if (!coverage.firstUnvisited().isEmpty()) {
      sentences.add(texts.get("paper.unvisited"));
    }
    for (Watched entry : coverage.firstUnvisited()) {
      String address = entry.address();
      sentences.add("– " + (address.contains(entry.name()) ? address : entry.name() + " · " + address));
    }
    int more = coverage.unvisited() - coverage.firstUnvisited().size();
    if (more > 0) {
      sentences.add("– " + texts.get("coverage.more", more));
    }
    sentences.add(means);
    return sentences;
  }

  /** Pages that have changed, with what that means; none if no browser told of any. */
  private static List<String> changed(Coverage coverage, Texts texts) {
    List<String> lines = new ArrayList<>();
    for (Changed each : coverage.changed()) {
      lines.add(texts.get(
          "coverage.changed.line",
          texts.get("coverage.site." + each.site()),
          texts.get("coverage.part." + each.part()),
          each.listings(),
          each.since().toString(),
          each.browsers()));
    }
    if (!lines.isEmpty()) {
      lines.replaceAll(line -> "– " + line);
      lines.add(0, texts.get("coverage.changed"));
      lines.add(texts.get("coverage.changed.means"));
    }
    return lines;
  }

  /** In sentences; none if nothing is kept. */
  public static List<String> sentences(Coverage coverage, Texts texts) {
    List<String> sentences = new ArrayList<>();
    if (coverage == null) {
      return sentences;
    }
    Figures total = coverage.total();
    sentences.add(texts.get("coverage.days", coverage.from().toString(), coverage.to().toString()));
    sentences.add(total.isNothing()
        ? texts.get("coverage.nothing")
        : texts.get("coverage.total", total.shops(), total.listings(), total.pictures(), total.failed()));
    if (!coverage.silent().isEmpty()) {
      int browsers = coverage.silent().size() + coverage.told().size();
      sentences.add(texts.get("coverage.silent", coverage.silent().size(), browsers));
    }
    if (coverage.unvisited() > 0) {
      sentences.add(texts.get("coverage.unvisited", coverage.unvisited(), coverage.watched()));
    }
    sentences.add(texts.get("coverage.means"));
    return sentences;
  }
}
