package shotdeed.server.paper;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The two fonts of a document and the shape that each character has in one of them. A document embeds the shapes it
 * uses, no others. PDFBox's own {@code showText} looks every character up anew and tries its rules for ligatures, which
 * takes most of the time of a long report; here a character is looked up once.
 */
public final class PaperFonts {
  /** Stands for what neither font can show: the mark that Chinese and Japanese printers put for a missing type. */
  public static final int MISSING = '〓';

  /**
   * Shapes that a document may use. A real report needs two or three thousand; the time that PDFBox takes to embed them
   * grows with their square, so titles made of all the characters there are would take a minute.
   */
  private static final int MAX_SHAPES = 8000;
  /** What remains for the words at its end. */
  private static final int SPARE_SHAPES = 500;

  private static final int LATIN = 0;
  private static final int HAN = 1;
  private static final int PLANE = 0x10000;
  private static final int UNKNOWN = -1;

  private final Face[] faces;
  /** Of the first plane: the font in the upper half, the number of the shape in the lower; or {@link #UNKNOWN}. */
  private final int[] known = new int[PLANE];
  private final Map<Integer, Integer> knownBeyond = new HashMap<>();
  private int room = MAX_SHAPES;
  private int used;
  private boolean missed;

  private record Face(PDType0Font font, TrueTypeFont ttf, CmapLookup shapes, int unitsPerEm) {
    static Face load(PDDocument document, String name) throws IOException {
      try (InputStream in = PaperFonts.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new FileNotFoundException("no font " + name);
        }
        TrueTypeFont ttf = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        return new Face(
            PDType0Font.load(document, ttf, true), ttf, ttf.getUnicodeCmapLookup(false), ttf.getUnitsPerEm());
      }
    }
  }

  PaperFonts(PDDocument document) throws IOException {
    faces = new Face[] {
      Face.load(document, "DejaVuSansCondensed.ttf"), Face.load(document, "DroidSansFallbackFull.ttf")
    };
    Arrays.fill(known, UNKNOWN);
  }

  /** The fonts, in the order of {@link #font}. */
  PDFont[] all() {
    return new PDFont[] {faces[LATIN].font(), faces[HAN].font()};
  }

  /** Has the document hold the shapes that were used; to be called once, before it is written. */
  void embed() throws IOException {
    for (Face face : faces) {
      face.font().subset();
    }
  }

  /** How a character is shown: never nothing. */
  int glyph(int character) {
    if (character < PLANE) {
      int glyph = known[character];
      return glyph != UNKNOWN ? glyph : (known[character] = find(character));
    }
    Integer glyph = knownBeyond.get(character);
    if (glyph == null) {
      glyph = find(character);
      knownBeyond.put(character, glyph);
    }
    return glyph;
  }

  private int find(int character) {
    for (int face = 0; face < faces.length; face++) {
      int shape = faces[face].shapes().getGlyphId(character);
      if (shape > 0 && (used < room || character == MISSING)) {
        faces[face].font().addToSubset(character);
        used++;
        return face << 16 | shape;
      }
    }
    missed = true;
    return glyph(MISSING);
  }

  /** Which font a shape is of. */
  static int font(int glyph) {
    return glyph >>> 16;
  }

  /** Its number there. */
  static int shape(int glyph) {
    return glyph & 0xffff;
  }

  /** How wide a character is, in thousandths of the size of the letters. */
  public int width(int character) throws IOException {
    int glyph = glyph(character);
    Face face = faces[font(glyph)];
    return face.ttf().getAdvanceWidth(shape(glyph)) * 1000 / face.unitsPerEm();
  }

  /** Looks anew at what there was no room for; for the words at the end of a document. */
  public void makeRoom() {
    room = MAX_SHAPES + SPARE_SHAPES;
    int missing = glyph(MISSING);
    for (int i = 0; i < PLANE; i++) {
      if (known[i] == missing && i != MISSING) {
        known[i] = UNKNOWN;
      }
    }
  }

  /** How many different shapes are used. */
  int used() {
    return used;
  }

  /** Whether there was a character that neither font can show. */
  public boolean missed() {
    return missed;
  }
}
