package shotdeed.server.bench.alter;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Where pixels stand: cut, enlarged, mirrored, turned, squeezed. */
final class Geometry {
  /** Marketplaces' usual width of a picture; below a wanted side, originals shrink as one of this side would. */
  private static final double USUAL_SIDE = 800;

  private Geometry() {}

  /** A rectangle of a picture, in pixels, inside it. */
  static BufferedImage part(BufferedImage picture, int left, int top, int width, int height) {
    BufferedImage part = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] in = Pictures.pixels(picture);
    int[] out = Pictures.pixels(part);
    for (int y = 0; y < height; y++) {
      System.arraycopy(in, (top + y) * picture.getWidth() + left, out, y * width, width);
    }
    return part;
  }

  /** A share of each side; the corner at a share (0 to 1) of what is left over. */
  private static BufferedImage part(BufferedImage picture, double share, double across, double down) {
    int width = Math.max(1, (int) Math.round(picture.getWidth() * share));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * share));
    int left = (int) Math.round((picture.getWidth() - width) * across);
    int top = (int) Math.round((picture.getHeight() - height) * down);
    return part(picture, left, top, width, height);
  }

  /** The longest side shrunk to that many pixels; of a picture no longer than that, by the share of a usual side. */
  static Step longestSide(int pixels) {
    return (picture, scene) -> {
      double longest = Math.max(picture.getWidth(), picture.getHeight());
      return Resample.by(picture, longest > pixels ? pixels / longest : pixels / USUAL_SIDE);
    };
  }

  /** The middle, a share of each side. */
  static Step centre(double share) {
    return (picture, scene) -> part(picture, share, 0.5, 0.5);
  }

  /** A share of each side near a corner: within a quarter of the way from it. */
  static Step nearCorner(double share) {
    return (picture, scene) ->
        part(picture, share, 0.5 + scene.sign() * scene.between(0.25, 0.5), 0.5 + scene.sign() * scene.between(0.25, 0.5));
  }

  /** The centred square; of a square, the centred 3:4. */
  static Step square() {
    return (picture, scene) -> {
      int side = Math.min(picture.getWidth(), picture.getHeight());
      boolean already = Math.max(picture.getWidth(), picture.getHeight()) < side * 1.03;
      int width = already ? Math.max(1, side * 3 / 4) : side;
      return part(picture, (picture.getWidth() - width) / 2, (picture.getHeight() - side) / 2, width, side);
    };
  }

  /** A detail of a share of each side, enlarged to the picture's size; how far from the middle: 0 to 1 of the way. */
  static Step detail(double share, double least, double most) {
    return (picture, scene) -> {
      double far = scene.between(least, most) / 2;
      double angle = scene.between(0, 2 * Math.PI);
      BufferedImage detail = part(picture, share, 0.5 + far * Math.cos(angle), 0.5 + far * Math.sin(angle));
      return Resample.to(detail, picture.getWidth(), picture.getHeight());
    };
  }

  static Step mirrored() {
    return (picture, scene) -> flipped(picture, true);
  }

  static Step upsideDown() {
    return (picture, scene) -> flipped(picture, false);
  }

  private static BufferedImage flipped(BufferedImage picture, boolean sideways) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] in = Pictures.pixels(picture);
    int[] out = Pictures.pixels(result);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int from = sideways ? y * width + width - 1 - x : (height - 1 - y) * width + x;
        out[y * width + x] = in[from];
      }
    }
    return result;
  }

  /** A quarter turn clockwise. */
  static Step quarterTurn() {
    return (picture, scene) -> {
      int width = picture.getWidth();
      int height = picture.getHeight();
      BufferedImage result = new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB);
      int[] in = Pictures.pixels(picture);
      int[] out = Pictures.pixels(result);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          out[x * height + height - 1 - y] = in[y * width + x];
        }
      }
      return result;
    };
  }

  /** Turned clockwise; by chance on white with all its corners, or cut so that no white shows. */
  static Step turned(double degrees) {
    return (picture, scene) -> scene.coin() ? onWhite(picture, degrees) : inside(picture, degrees);
  }

  private static BufferedImage onWhite(BufferedImage picture, double degrees) {
    double angle = Math.toRadians(Math.abs(degrees));
    double width = picture.getWidth() * Math.cos(angle) + picture.getHeight() * Math.sin(angle);
    double height = picture.getWidth() * Math.sin(angle) + picture.getHeight() * Math.cos(angle);
    return turned(picture, degrees, (int) Math.ceil(width), (int) Math.ceil(height));
  }

  /** The largest part of the picture's own shape that lies inside the turned picture. */
  private static BufferedImage inside(BufferedImage picture, double degrees) {
    double angle = Math.toRadians(Math.abs(degrees));
    double ratio = Math.max(
        (double) picture.getWidth() / picture.getHeight(), (double) picture.getHeight() / picture.getWidth());
    double share = 1 / (Math.cos(angle) + ratio * Math.sin(angle));
    int width = Math.max(1, (int) (picture.getWidth() * share));
    int height = Math.max(1, (int) (picture.getHeight() * share));
    return turned(picture, degrees, width, height);
  }

  private static BufferedImage turned(BufferedImage picture, double degrees, int width, int height) {
    BufferedImage canvas = Pictures.canvas(width, height, Color.WHITE);
    Graphics2D graphics = Pictures.brush(canvas);
    graphics.translate(width / 2.0, height / 2.0);
    graphics.rotate(Math.toRadians(degrees));
    graphics.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
    graphics.drawImage(picture, 0, 0, null);
    graphics.dispose();
    return canvas;
  }

  /** The width multiplied, the height as it is. */
  static Step widthTimes(double factor) {
    return (picture, scene) -> Resample.to(picture, picture.getWidth() * factor, picture.getHeight());
  }
}
