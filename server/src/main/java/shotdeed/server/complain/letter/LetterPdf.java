package shotdeed.server.complain.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import shotdeed.server.paper.PaperPages;
import shotdeed.server.paper.PaperParts;
import shotdeed.server.paper.PaperText;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;

/** A letter as a PDF of A4 pages. */
public final class LetterPdf {
  private static final float HEADING = 13;
  private static final float TEXT = 10.5f;

  private LetterPdf() {}

  /** The bytes of it. */
  public static byte[] of(RectifyLetter letter) throws IOException {
    Texts texts = Texts.in(Language.of(letter.language()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PaperPages pages = new PaperPages()) {
      PaperParts parts = new PaperParts(pages);
      paragraph(pages, parts, "H1", letter.subject(), HEADING, true);
      pages.down(TEXT);
      for (String line : letter.body().split("\n", -1)) {
        if (line.isBlank()) {
          pages.down(TEXT);
        } else {
          paragraph(pages, parts, "P", line, TEXT, false);
        }
      }
      pages.write(
          out,
          letter.language(),
          (page, count) -> texts.get("rectify.page", page, count),
          letter.subject(),
          ComposeLetter.day(texts.language(), letter.sentOn()),
          letter.recordedAt().atZone(ZoneOffset.UTC));
    }
    return out.toByteArray();
  }

  /** Line by line, because a paragraph may be longer than what is left of a page. */
  private static void paragraph(
      PaperPages pages, PaperParts parts, String type, String text, float size, boolean bold) throws IOException {
    COSDictionary element = null;
    for (String line : PaperText.lines(text, pages.fonts(), PaperPages.WIDTH, size)) {
      PaperParts.Part part = new PaperParts.Part(List.of(line), size, bold, PaperParts.BLACK, null);
      boolean turned = pages.need(part.height());
      if (element == null || turned) {
        element = pages.tags().element(pages.tags().document(), type);
      }
      parts.draw(element, part, PaperPages.LEFT);
    }
  }
}
