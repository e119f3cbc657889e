package shotdeed.server.paper;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/** The drawing orders of one page (ISO 32000-1, 8 and 9), as bytes. */
public final class PageContent {
  private byte[] bytes = new byte[1 << 14];
  private int length;

  void clear() {
    length = 0;
  }

  /** An order in ASCII, and a blank after it. */
  public PageContent order(String order) {
    room(order.length() + 1);
    for (int i = 0; i < order.length(); i++) {
      bytes[length++] = (byte) order.charAt(i);
    }
    bytes[length++] = ' ';
    return this;
  }

  /** A number, rounded to hundredths of a point. */
  public PageContent number(double value) {
    long hundredths = Math.round(value * 100);
    StringBuilder text = new StringBuilder(12);
    if (hundredths < 0) {
      text.append('-');
    }
    long size = Math.abs(hundredths);
    text.append(size / 100);
    if (size % 100 != 0) {
      text.append('.').append(size / 10 % 10).append(size % 10);
    }
    return order(text.toString());
  }

  public PageContent numbers(double... values) {
    for (double value : values) {
      number(value);
    }
    return this;
  }

  /** Characters from (x, y) on, in the current colour. */
  public void text(String text, PaperFonts fonts, double x, double y, double size, boolean bold) {
    order("BT").order(bold ? "2 Tr" : "0 Tr");
    if (bold) {
      number(size / 30).order("w");
    }
    numbers(1, 0, 0, 1, x, y).order("Tm");
    int font = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int glyph = fonts.glyph(c);
      if (PaperFonts.font(glyph) != font) {
        if (font >= 0) {
          order(")Tj");
        }
        font = PaperFonts.font(glyph);
        order("/F" + font).number(size).order("Tf").raw('(');
      }
      escaped(PaperFonts.shape(glyph) >> 8);
      escaped(PaperFonts.shape(glyph) & 0xff);
    }
    order(font >= 0 ? ")Tj ET" : "ET");
  }

  private void escaped(int value) {
    switch (value) {
      case '(', ')', '\\' -> raw('\\').raw(value);
      case '\r' -> raw('\\').raw('r');
      case '\n' -> raw('\\').raw('n');
      default -> raw(value);
    }
  }

  private PageContent raw(int value) {
    room(1);
    bytes[length++] = (byte) value;
    return this;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }

  /** The orders, packed (FlateDecode). */
  byte[] packed() {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(bytes, 0, length);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream(length / 3 + 64);
      byte[] part = new byte[1 << 13];
      while (!deflater.finished()) {
        packed.write(part, 0, deflater.deflate(part));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
