package shotdeed.server.bench.alter;

import java.awt.image.BufferedImage;

/** Brightness and colour, each pixel by itself. */
final class Tone {
  private static final double RED = 0.299;
  private static final double GREEN = 0.587;
  private static final double BLUE = 0.114;

  private Tone() {}

  private interface Curve {
    double of(int value);
  }

  private static BufferedImage curve(BufferedImage picture, Curve curve) {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = Pictures.channel(curve.of(i));
    }
    BufferedImage result = Pictures.copy(picture);
    int[] pixels = Pictures.pixels(result);
    for (int i = 0; i < pixels.length; i++) {
      int pixel = pixels[i];
      pixels[i] = table[pixel >> 16 & 0xff] << 16 | table[pixel >> 8 & 0xff] << 8 | table[pixel & 0xff];
    }
    return result;
  }

  /** All three channels times a factor. */
  static Step brightness(double factor) {
    return (picture, scene) -> curve(picture, value -> value * factor);
  }

  /** Distances from middle grey times a factor. */
  static Step contrast(double factor) {
    return (picture, scene) -> curve(picture, value -> 128 + (value - 128) * factor);
  }

  /** Values to a power, by chance the one (darker middle tones) or the other (brighter). */
  static Step gamma(double darker, double brighter) {
    return (picture, scene) -> {
      double power = scene.coin() ? darker : brighter;
      return curve(picture, value -> 255 * Math.pow(value / 255.0, power));
    };
  }

  /** Distances from a pixel's own grey times a factor, by chance the one or the other. */
  static Step saturation(double paler, double stronger) {
    return (picture, scene) -> saturated(picture, scene.coin() ? paler : stronger);
  }

  static Step grey() {
    return (picture, scene) -> saturated(picture, 0);
  }

  private static BufferedImage saturated(BufferedImage picture, double factor) {
    BufferedImage result = Pictures.copy(picture);
    int[] pixels = Pictures.pixels(result);
    for (int i = 0; i < pixels.length; i++) {
      int red = pixels[i] >> 16 & 0xff;
      int green = pixels[i] >> 8 & 0xff;
      int blue = pixels[i] & 0xff;
      double grey = RED * red + GREEN * green + BLUE * blue;
      pixels[i] =
          Pictures.rgb(grey + (red - grey) * factor, grey + (green - grey) * factor, grey + (blue - grey) * factor);
    }
    return result;
  }

  /** Hues turned around the grey axis, at their brightness, by so many degrees one way or the other. */
  static Step hue(double least, double most) {
    return (picture, scene) -> {
      double angle = Math.toRadians(scene.sign() * scene.between(least, most));
      double cos = Math.cos(angle);
      double sin = Math.sin(angle);
      BufferedImage result = Pictures.copy(picture);
      int[] pixels = Pictures.pixels(result);
      for (int i = 0; i < pixels.length; i++) {
        int red = pixels[i] >> 16 & 0xff;
        int blue = pixels[i] & 0xff;
        double luma = RED * red + GREEN * (pixels[i] >> 8 & 0xff) + BLUE * blue;
        double u = cos * (blue - luma) * 0.493 - sin * (red - luma) * 0.877;
        double v = sin * (blue - luma) * 0.493 + cos * (red - luma) * 0.877;
        double newRed = luma + v / 0.877;
        double newBlue = luma + u / 0.493;
        pixels[i] = Pictures.rgb(newRed, (luma - RED * newRed - BLUE * newBlue) / GREEN, newBlue);
      }
      return result;
    };
  }

  /** Each channel times a factor of its own, as warm and cold filters do. */
  static Step colourCast(double strength) {
    return (picture, scene) -> {
      double warm = 1 + scene.sign() * strength;
      double green = 1 + scene.between(-strength, strength) / 2;
      BufferedImage result = Pictures.copy(picture);
      int[] pixels = Pictures.pixels(result);
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] =
            Pictures.rgb(
                (pixels[i] >> 16 & 0xff) * warm, (pixels[i] >> 8 & 0xff) * green, (pixels[i] & 0xff) * (2 - warm));
      }
      return result;
    };
  }
}
