package shotdeed.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Small files of every kind, made as a test needs them. */
public final class Samples {
  private static final String EXIF = "457869660000 4d4d002a00000008 0001 0112 0003 00000001 %04x 0000 00000000";

  private Samples() {}

  /** A red ground, its top left quarter blue. */
  public static BufferedImage quarter(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D g = image.createGraphics();
    g.setColor(new Color(204, 51, 51));
    g.fillRect(0, 0, width, height);
    g.setColor(new Color(34, 102, 204));
    g.fillRect(0, 0, width / 2, height / 2);
    g.dispose();
    return image;
  }

  public static byte[] encode(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalStateException("nothing writes this as " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] progressiveJpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    return write(writer, new IIOImage(image, null, null), param);
  }

  /** Four bands as Photoshop stores them: inverted, with Adobe's marker that says "not transformed". */
  public static byte[] cmykJpeg(int width, int height, int cyan, int magenta, int yellow, int black) throws IOException {
    return inkJpeg(width, height, 0, 255 - cyan, 255 - magenta, 255 - yellow, 255 - black);
  }

  /** Brightness and two differences of the three inks' complements, and inverted black, as most programs write. */
  public static byte[] ycckJpeg(int width, int height, int luma, int blue, int red, int black) throws IOException {
    return inkJpeg(width, height, 2, luma, blue, red, 255 - black);
  }

  /** A photograph's colours as inks, as much black as they share. */
  public static byte[] cmykJpeg(BufferedImage image) throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(0, image.getWidth(), image.getHeight(), 4, null);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        int light = Math.max(1, Math.max(red, Math.max(green, blue)));
        raster.setPixel(x, y, new int[] {red * 255 / light, green * 255 / light, blue * 255 / light, light});
      }
    }
    return inkJpeg(raster, 0);
  }

  private static byte[] inkJpeg(int width, int height, int transform, int... ink) throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        raster.setPixel(x, y, ink);
      }
    }
    return inkJpeg(raster, transform);
  }

  private static byte[] inkJpeg(WritableRaster raster, int transform) throws IOException {
    ImageWriter writer = sunJpegWriter();
    byte[] jpeg = write(writer, new IIOImage(raster, null, null), null);
    return insert(jpeg, 2, hex("ffee 000e 41646f6265 0064 0000 0000" + (transform == 0 ? "00" : "02")));
  }

  /** Java's own, whatever libraries add theirs. */
  private static ImageWriter sunJpegWriter() {
    for (var all = ImageIO.getImageWritersByFormatName("jpeg"); all.hasNext(); ) {
      ImageWriter candidate = all.next();
      if (candidate.getClass().getName().startsWith("com.sun.")) {
        return candidate;
      }
    }
    throw new IllegalStateException("Java writes no JPEG here");
  }

  /** EXIF as PNG holds it: with an orientation and nothing else. */
  public static byte[] exif(int orientation) {
    byte[] exif = hex(EXIF.formatted(orientation));
    return Arrays.copyOfRange(exif, 6, exif.length);
  }

  /** Colour stored once for so many pixels across and down. */
  public static byte[] jpeg(BufferedImage image, int across, int down) throws IOException {
    ImageWriter writer = sunJpegWriter();
    IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
    IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree("javax_imageio_jpeg_image_1.0");
    IIOMetadataNode brightness = (IIOMetadataNode) tree.getElementsByTagName("componentSpec").item(0);
    brightness.setAttribute("HsamplingFactor", "" + across);
    brightness.setAttribute("VsamplingFactor", "" + down);
    metadata.setFromTree("javax_imageio_jpeg_image_1.0", tree);
    return write(writer, new IIOImage(image, null, metadata), null);
  }

  public static byte[] withExifOrientation(byte[] jpeg, int orientation) {
    byte[] exif = hex(EXIF.formatted(orientation));
    return insert(jpeg, 2, join(hex("ffe1"), new byte[] {0, (byte) (exif.length + 2)}, exif));
  }

  public static byte[] withProfile(byte[] jpeg, byte[] profile) {
    byte[] name = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1);
    int length = 2 + name.length + profile.length;
    return insert(jpeg, 2, join(hex("ffe2"), new byte[] {(byte) (length >> 8), (byte) length}, name, profile));
  }

  public static byte[] linearRgb() {
    return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
  }

  public static byte[] linearGrey() {
    return ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
  }

  public static byte[] srgb() {
    return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
  }

  /** An extended WebP with a profile behind its first chunk. */
  public static byte[] withWebpProfile(byte[] webp, byte[] profile) {
    byte[] size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(profile.length).array();
    byte[] chunk = join("ICCP".getBytes(StandardCharsets.US_ASCII), size, profile, new byte[profile.length & 1]);
    byte[] longer = insert(webp, 30, chunk);
    ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN).putInt(4, longer.length - 8);
    longer[20] |= 0x20;
    return longer;
  }

  /** A PNG with another chunk behind its header. */
  public static byte[] withChunk(byte[] png, String type, byte[] data) throws IOException {
    return insert(png, 33, chunk(type, data));
  }

  /** A PNG with another chunk behind its palette. */
  public static byte[] withChunkBehindPalette(byte[] png, String type, byte[] data) throws IOException {
    int palette = new String(png, StandardCharsets.ISO_8859_1).indexOf("PLTE");
    return insert(png, palette + 8 + ByteBuffer.wrap(png).getInt(palette - 4), chunk(type, data));
  }

  public static byte[] compressedProfile(byte[] profile) {
    return join("icc\0\0".getBytes(StandardCharsets.ISO_8859_1), deflate(profile));
  }

  /** A valid PNG of one colour; its rows are zeroes, so that any size is a small file. */
  public static byte[] flatPng(int width, int height) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(header);
    data.writeInt(width);
    data.writeInt(height);
    data.write(hex("01 00 000000")); // one bit a pixel, grey
    Deflater deflater = new Deflater(9);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] row = new byte[1 + (width + 7) / 8];
    byte[] buffer = new byte[8192];
    for (int y = 0; y < height; y++) {
      deflater.setInput(row);
      while (!deflater.needsInput()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return join(
        hex("89504e470d0a1a0a"),
        chunk("IHDR", header.toByteArray()),
        chunk("IDAT", packed.toByteArray()),
        chunk("IEND", new byte[0]));
  }

  /** Two frames; the first is smaller than the canvas and stands at {@code left}, {@code top}. */
  public static byte[] animatedGif(int width, int height, BufferedImage first, int left, int top) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      IIOMetadata screen = writer.getDefaultStreamMetadata(null);
      IIOMetadataNode root = new IIOMetadataNode(screen.getNativeMetadataFormatName());
      IIOMetadataNode size = new IIOMetadataNode("LogicalScreenDescriptor");
      size.setAttribute("logicalScreenWidth", "" + width);
      size.setAttribute("logicalScreenHeight", "" + height);
      size.setAttribute("colorResolution", "8");
      size.setAttribute("pixelAspectRatio", "0");
      root.appendChild(size);
      screen.mergeTree(screen.getNativeMetadataFormatName(), root);
      writer.prepareWriteSequence(screen);
      for (int frame = 0; frame < 2; frame++) {
        BufferedImage image = frame == 0 ? first : new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED);
        IIOMetadata place = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode tree = new IIOMetadataNode(place.getNativeMetadataFormatName());
        IIOMetadataNode descriptor = new IIOMetadataNode("ImageDescriptor");
        descriptor.setAttribute("imageLeftPosition", "" + (frame == 0 ? left : 0));
        descriptor.setAttribute("imageTopPosition", "" + (frame == 0 ? top : 0));
        descriptor.setAttribute("imageWidth", "" + image.getWidth());
        descriptor.setAttribute("imageHeight", "" + image.getHeight());
        descriptor.setAttribute("interlaceFlag", "FALSE");
        tree.appendChild(descriptor);
        place.mergeTree(place.getNativeMetadataFormatName(), tree);
        writer.writeToSequence(new IIOImage(image, null, place), null);
      }
      writer.endWriteSequence();
    }
    writer.dispose();
    return out.toByteArray();
  }

  /** Two frames, both {@code lossless.webp}'s picture of 40 x 24 at {@code left}, {@code top}; both must be even. */
  public static byte[] animatedWebp(int width, int height, int left, int top) throws IOException {
    byte[] file = resource("/pictures/lossless.webp");
    int pixels = new String(file, StandardCharsets.ISO_8859_1).indexOf("VP8L");
    String size = "%02x0000 %02x0000".formatted(width - 1, height - 1);
    String place = "%02x0000 %02x0000 270000 170000 640000 00".formatted(left / 2, top / 2);
    byte[] frame = riffChunk("ANMF", join(hex(place), Arrays.copyOfRange(file, pixels, file.length)));
    byte[] canvas = riffChunk("VP8X", hex("12000000" + size));
    byte[] animation = riffChunk("ANIM", hex("ff00ff80 0000"));
    return riffChunk("RIFF", join("WEBP".getBytes(StandardCharsets.US_ASCII), canvas, animation, frame, frame));
  }

  private static byte[] riffChunk(String type, byte[] data) {
    int n = data.length;
    byte[] length = {(byte) n, (byte) (n >> 8), (byte) (n >> 16), (byte) (n >> 24)};
    return join(type.getBytes(StandardCharsets.US_ASCII), length, data, new byte[n & 1]);
  }

  public static byte[] resource(String name) throws IOException {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  public static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  public static byte[] insert(byte[] bytes, int at, byte[] piece) {
    return join(Arrays.copyOf(bytes, at), piece, Arrays.copyOfRange(bytes, at, bytes.length));
  }

  public static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }

  private static byte[] chunk(String type, byte[] data) throws IOException {
    byte[] body = join(type.getBytes(StandardCharsets.US_ASCII), data);
    CRC32 sum = new CRC32();
    sum.update(body);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(out);
    fields.writeInt(data.length);
    fields.write(body);
    fields.writeInt((int) sum.getValue());
    return out.toByteArray();
  }

  private static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] packed = new byte[bytes.length + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  private static byte[] write(ImageWriter writer, IIOImage image, ImageWriteParam param) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, image, param);
    }
    writer.dispose();
    return out.toByteArray();
  }
}
