package shotdeed.server.picture.vp8;

/**
 * Turns brightness and half as wide, half as high colour into red, green and blue as browsers do: colour is
 * interpolated with weights of 9, 3, 3 and 1 sixteenths, and the numbers of ITU-R BT.601 are taken in 14 bits.
 */
final class Colours {
  private final Plane brightness;
  private final Plane blue;
  private final Plane red;
  private final int width;
  private final int height;

  Colours(Plane brightness, Plane blue, Plane red, int width, int height) {
    this.brightness = brightness;
    this.blue = blue;
    this.red = red;
    this.width = width;
    this.height = height;
  }

  /** One pixel an element, 0xRRGGBB. */
  int[] rgb() {
    int[] rgb = new int[width * height];
    int[] u = new int[width];
    int[] v = new int[width];
    int rows = (height + 1) / 2;
    for (int y = 0; y < height; y++) {
      int near = y / 2;
      int far = Math.max(0, Math.min(rows - 1, y % 2 == 0 ? near - 1 : near + 1));
      interpolate(blue, near, far, u);
      interpolate(red, near, far, v);
      int at = brightness.at(0, y);
      for (int x = 0; x < width; x++) {
        rgb[y * width + x] = rgb(brightness.get(at + x), u[x], v[x]);
      }
    }
    return rgb;
  }

  private void interpolate(Plane plane, int near, int far, int[] out) {
    int columns = (width + 1) / 2;
    int n = plane.at(0, near);
    int f = plane.at(0, far);
    for (int x = 0; x < width; x++) {
      int next = x % 2 == 0 ? x / 2 - 1 : x / 2 + 1;
      if (next < 0 || next >= columns) { // beside the picture there is no column to look at
        out[x] = 3 * plane.get(n + x / 2) + plane.get(f + x / 2) + 2 >> 2;
        continue;
      }
      int a = plane.get(n + x / 2);
      int b = plane.get(n + next);
      int c = plane.get(f + x / 2);
      int d = plane.get(f + next);
      // In two steps, each rounded as decoders agreed on.
      out[x] = (a + b + c + d + 8 + 2 * (b + c) >> 3) + a >> 1;
    }
  }

  private static int rgb(int y, int u, int v) {
    int light = y * 19_077 >> 8;
    int red = level(light + (v * 26_149 >> 8) - 14_234);
    int green = level(light - (u * 6_419 >> 8) - (v * 13_320 >> 8) + 8_708);
    int blue = level(light + (u * 33_050 >> 8) - 17_685);
    return red << 16 | green << 8 | blue;
  }

  private static int level(int value) {
    return value < 0 ? 0 : Math.min(255, value >> 6);
  }
}
