package shotdeed.server.complain.forms;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import shotdeed.server.paper.Letters;

/**
 * Text on a picture, drawn from the outlines of the fonts in the jar: the system's own fonts are often none, or none
 * with Chinese. All sizes are heights of the letters' em in the picture's own units.
 */
final class SheetText {
  private static final String FOLDER = "/shotdeed/server/paper/";
  private static final int MISSING = '〓';
  private static final int MOST_SHAPES = 20_000;
  private static final String BREAKS_AFTER = " /?&=-_.,;，。、；";

  /** Characters once looked up; the fonts themselves are read by one thread at a time. */
  private static final Map<Integer, Shape> SHAPES = new ConcurrentHashMap<>();

  private SheetText() {}

  /** In ems; {@code path} is {@code null} where there is nothing to draw. */
  private record Shape(Path2D path, double width) {}

  private record Face(TrueTypeFont font, CmapLookup numbers, double em) {
    static Face load(String name) {
      try (InputStream in = SheetText.class.getResourceAsStream(FOLDER + name)) {
        if (in == null) {
          throw new FileNotFoundException("no font " + name);
        }
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        return new Face(font, font.getUnicodeCmapLookup(false), font.getUnitsPerEm());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Shape shape(int number) throws IOException {
      GlyphData data = font.getGlyph().getGlyph(number);
      Path2D path = data == null ? null : data.getPath();
      if (path != null) {
        path = new Path2D.Float(path, AffineTransform.getScaleInstance(1 / em, -1 / em));
      }
      return new Shape(path, font.getAdvanceWidth(number) / em);
    }
  }

  /** Read when the first sheet is drawn. */
  private static final class Faces {
    static final List<Face> ALL = List.of(Face.load("DejaVuSansCondensed.ttf"), Face.load("DroidSansFallbackFull.ttf"));
  }

  private static Shape shape(int character) {
    Shape known = SHAPES.get(character);
    if (known != null) {
      return known;
    }
    Shape found = find(character);
    if (SHAPES.size() < MOST_SHAPES) {
      SHAPES.put(character, found);
    }
    return found;
  }

  private static Shape find(int character) {
    synchronized (Faces.class) {
      for (Face face : Faces.ALL) {
        int number = face.numbers().getGlyphId(character);
        if (number > 0) {
          try {
            return face.shape(number);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
    }
    return shape(MISSING);
  }

  /** How wide a line is. */
  static double width(String line, double size) {
    return size * line.codePoints().mapToDouble(c -> shape(c).width()).sum();
  }

  /** Lines that are not wider than a column; one that had to be left out ends the last with an ellipsis. */
  static List<String> lines(String text, double width, double size, int most) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    int fit = 0;
    double taken = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      taken += shape(c).width() * size;
      if (taken > width && i > start && c != ' ') {
        int end = fit > start ? fit : i;
        lines.add(text.substring(start, end).strip());
        if (lines.size() == most) {
          lines.set(most - 1, lines.get(most - 1) + "…");
          return lines;
        }
        start = end;
        fit = end;
        i = end;
        taken = 0;
        continue;
      }
      if (Letters.isHan(c) || BREAKS_AFTER.indexOf(c) >= 0) {
        fit = next;
      }
      i = next;
    }
    lines.add(text.substring(start).strip());
    return lines;
  }

  /** Draws a line from its left end on its base line. */
  static void draw(Graphics2D graphics, String line, double x, double y, double size) {
    double at = x;
    for (int c : Letters.visual(line).codePoints().toArray()) {
      Shape shape = shape(c);
      if (shape.path() != null) {
        AffineTransform place = new AffineTransform(size, 0, 0, size, at, y);
        graphics.fill(place.createTransformedShape(shape.path()));
      }
      at += shape.width() * size;
    }
  }
}
