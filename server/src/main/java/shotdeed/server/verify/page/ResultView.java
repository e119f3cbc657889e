package shotdeed.server.verify.page;

import java.util.List;
import java.util.Set;
import org.teavm.jso.typedarrays.Int8Array;
import shotdeed.ledger.StoredZip;
import shotdeed.ledger.verify.Verdict;
import shotdeed.ledger.verify.Verification;
import shotdeed.server.verify.ResultText;

/** Shows a result: the verdict first, then what is proven and what is not, then part by part. */
final class ResultView {
  /** Pictures shown at most. */
  private static final int MAX_PICTURES = 300;

  private final Dom place;

  ResultView(Dom place) {
    this.place = place;
  }

  /** Shows one line of progress or of what went wrong. */
  void say(String css, String text) {
    place.clear();
    place.append(Dom.create("p", css, text));
  }

  /**
   * Shows a result.
   *
   * @param typed whether the reader gave a fingerprint
   */
  void show(String name, byte[] zip, Verification result, boolean typed, PageWords words) {
    ResultText text = new ResultText(result, words);
    place.clear();
    Dom heading = Dom.create("h2", "", text.verdict()).attribute("id", "verdict").attribute("tabindex", "-1");
    Dom verdict = Dom.create("section", "verdict " + result.verdict().text(), "")
        .attribute("aria-labelledby", "verdict")
        .with(heading, Dom.create("p", "", text.means()), Dom.create("p", "file", name));
    if (typed && result.verdict() == Verdict.UNKNOWN_KEY) {
      verdict.append(Dom.create("p", "strong", words.of("verify.page.other-key")));
    }
    place.append(verdict);
    facts(text.facts());
    list("verify.page.proven", "proven", text.proven(), words);
    list("verify.page.open", "open", text.open(), words);
    faults(result, text.lines(), words);
    if (result.verdict() != Verdict.TAMPERED) {
      pictures(zip, result, words);
    }
    heading.focus();
  }

  private void facts(List<ResultText.Fact> facts) {
    Dom list = Dom.create("dl", "", "");
    for (ResultText.Fact fact : facts) {
      list.with(Dom.create("dt", "", fact.name()), Dom.create("dd", "", fact.value()).attribute("dir", "auto"));
    }
    place.append(list);
  }

  private void list(String title, String css, List<String> lines, PageWords words) {
    if (lines.isEmpty()) {
      return;
    }
    Dom list = Dom.create("ul", css, "");
    for (String line : lines) {
      list.append(Dom.create("li", "", line));
    }
    place.with(Dom.create("h3", "", words.of(title)), list);
  }

  /** What does not hold stands open; what holds can be opened. */
  private void faults(Verification result, List<ResultText.Line> lines, PageWords words) {
    Dom bad = Dom.create("ul", "checks", "");
    Dom good = Dom.create("ul", "checks", "");
    int held = 0;
    for (ResultText.Line line : lines) {
      held += line.ok() ? 1 : 0;
      (line.ok() ? good : bad).append(line(line, words));
    }
    if (!result.faults().isEmpty()) {
      place.with(Dom.create("h3", "", words.of("verify.page.faults")), bad);
    }
    Dom more = Dom.create("details", "", "");
    more.with(Dom.create("summary", "", words.of("verify.page.held", held)), good);
    place.append(more);
  }

  private static Dom line(ResultText.Line line, PageWords words) {
    Dom item = Dom.create("li", line.ok() ? "ok" : "bad", "");
    item.append(Dom.create("span", "sign", words.of(line.ok() ? "verify.page.ok" : "verify.page.bad")));
    String part = line.part().isEmpty() ? words.of("verify.page.all") : line.part();
    item.with(Dom.create(line.part().isEmpty() ? "b" : "code", "", part), Dom.create("span", "", line.text()));
    return item;
  }

  /** Only what was sealed, the masked screenshot and the originals: anything else would be taken for evidence. */
  private void pictures(byte[] zip, Verification result, PageWords words) {
    Set<String> evidence = result.evidence();
    Dom all = Dom.create("div", "pictures", "");
    int shown = 0;
    for (StoredZip.Part part : result.parts()) {
      String type = evidence.contains(part.path()) ? type(part.path()) : null;
      if (type != null && shown < MAX_PICTURES) {
        shown++;
        Dom picture = Dom.create("img", "", "").attribute("alt", part.path()).attribute("loading", "lazy");
        picture.show(Int8Array.copyFromJavaArray(part.content(zip)), type);
        all.append(Dom.create("figure", "", "").with(picture, Dom.create("figcaption", "", part.path())));
      }
    }
    if (shown > 0) {
      place.with(Dom.create("h3", "", words.of("verify.page.pictures")), all);
    }
  }

  /** By the name only: a file that is something else shows as a broken picture, never as a page or a script. */
  private static String type(String path) {
    String name = path.toLowerCase();
    return name.endsWith(".jpg") || name.endsWith(".jpeg")
        ? "image/jpeg"
        : name.endsWith(".png")
            ? "image/png"
            : name.endsWith(".webp")
                ? "image/webp"
                : name.endsWith(".gif") ? "image/gif" : name.endsWith(".avif") ? "image/avif" : null;
  }
}
