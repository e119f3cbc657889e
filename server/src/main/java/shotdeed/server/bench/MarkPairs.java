package shotdeed.server.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A page of pairs to look at: parts of originals, of their marked copies, and what differs, pixel by pixel. Of each
 * photograph it shows where a mark is likeliest to be seen: the part with most of what could be skin, the calmest part
 * that is not white, and the middle, where a shop's picture has what it sells.
 */
final class MarkPairs {
  /** A page with more is not looked at to its end. */
  private static final int MOST = 40;

  private static final int SIDE = 300;
  private static final int GAP = 4;
  private static final int STEPS = 8;
  private static final int TIMES = 8;

  /** A lighter part is a cut-out's white, which gets no mark. */
  private static final double WHITE = 248;

  private static final int SKIN = 0;
  private static final int CALM = 1;

  private final Path folder;
  private final StringBuilder rows = new StringBuilder();
  private int pictures;

  /** Creates the folder. */
  MarkPairs(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Adds a photograph; nothing once there are enough. */
  void add(String name, BufferedImage original, BufferedImage marked, Likeness likeness) throws IOException {
    if (pictures == MOST) {
      return;
    }
    pictures++;
    rows.append(
        "<h2>%s</h2>%n<p>PSNR %.1f dB, SSIM %.4f</p>%n".formatted(plain(name), likeness.psnr(), likeness.ssim()));
    for (Map.Entry<String, int[]> part : parts(original).entrySet()) {
      String file = "%03d-%s.png".formatted(pictures, part.getKey());
      int[] at = part.getValue();
      ImageIO.write(sheet(original, marked, at[0], at[1]), "png", folder.resolve(file).toFile());
      rows.append("<img src=\"%s\" alt=\"%s: original, copy, difference\">%n".formatted(file, part.getKey()));
    }
  }

  /** Writes {@code index.html}. */
  void write() throws IOException {
    Files.writeString(
        folder.resolve("index.html"),
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Originals and their marked copies</title>
        <style>
        body { background: #ddd; color: #222; font: 14px sans-serif; margin: 1rem }
        img { display: block; margin: 4px 0; image-rendering: pixelated }
        body:has(:checked) img { zoom: 2 }
        </style>
        <h1>Originals and their marked copies</h1>
        <p>Left the original, in the middle the copy, on the right %d times what differs, grey where nothing does.</p>
        <label><input type="checkbox"> Twice as large</label>
        %s</html>
        """.formatted(TIMES, rows));
  }

  private static String plain(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** Names of parts and their left upper corners. */
  private static Map<String, int[]> parts(BufferedImage image) {
    int right = Math.max(0, image.getWidth() - SIDE);
    int bottom = Math.max(0, image.getHeight() - SIDE);
    double mostSkin = 0.05;
    double leastRough = Double.MAX_VALUE;
    Map<String, int[]> parts = new LinkedHashMap<>();
    for (int i = 0; i <= STEPS; i++) {
      for (int j = 0; j <= STEPS; j++) {
        int[] at = {right * j / STEPS, bottom * i / STEPS};
        double[] found = look(image, at[0], at[1]);
        if (found[SKIN] > mostSkin) {
          mostSkin = found[SKIN];
          parts.put("skin", at);
        }
        if (found[CALM] < leastRough) {
          leastRough = found[CALM];
          parts.put("calm", at);
        }
      }
    }
    parts.put("middle", new int[] {right / 2, bottom / 2});
    return parts;
  }

  /** The share of what could be skin (as simple a rule as will do to choose a part), and how rough a part is. */
  private static double[] look(BufferedImage image, int left, int top) {
    int skin = 0;
    int pixels = 0;
    double sum = 0;
    double rough = 0;
    for (int y = top; y < Math.min(image.getHeight(), top + SIDE) - 2; y += 2) {
      for (int x = left; x < Math.min(image.getWidth(), left + SIDE) - 2; x += 2) {
        int rgb = image.getRGB(x, y);
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        pixels++;
        skin += red > 95 && red > green + 15 && green > blue && red - blue < 120 && red < 1.9 * green ? 1 : 0;
        sum += green;
        rough += Math.abs(green - (image.getRGB(x + 2, y) >> 8 & 0xff))
            + Math.abs(green - (image.getRGB(x, y + 2) >> 8 & 0xff));
      }
    }
    double n = Math.max(1, pixels);
    return new double[] {skin / n, sum / n > WHITE ? Double.MAX_VALUE : rough / n};
  }

  private static BufferedImage sheet(BufferedImage original, BufferedImage marked, int left, int top) {
    int width = Math.min(SIDE, original.getWidth() - left);
    int height = Math.min(SIDE, original.getHeight() - top);
    BufferedImage sheet = new BufferedImage(3 * width + 2 * GAP, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D to = sheet.createGraphics();
    to.setColor(Color.DARK_GRAY);
    to.fillRect(0, 0, sheet.getWidth(), height);
    to.drawImage(original.getSubimage(left, top, width, height), 0, 0, null);
    to.drawImage(marked.getSubimage(left, top, width, height), width + GAP, 0, null);
    to.dispose();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int before = original.getRGB(left + x, top + y);
        int after = marked.getRGB(left + x, top + y);
        int shown = 0;
        for (int shift = 0; shift < 24; shift += 8) {
          int difference = (after >> shift & 0xff) - (before >> shift & 0xff);
          shown |= Math.max(0, Math.min(255, 128 + TIMES * difference)) << shift;
        }
        sheet.setRGB(2 * (width + GAP) + x, y, shown);
      }
    }
    return sheet;
  }
}
