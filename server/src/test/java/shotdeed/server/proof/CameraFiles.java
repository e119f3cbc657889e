package shotdeed.server.proof;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Photographs with the data that a camera, or an editor, writes into them. */
public final class CameraFiles {
  private static final int MAKE = 0x010f;
  private static final int SOFTWARE = 0x0131;

  private CameraFiles() {}

  /** As a camera of this maker writes it. */
  public static byte[] from(String maker, byte[] jpeg) {
    return with(jpeg, MAKE, maker, null);
  }

  /** As a camera of this maker wrote it and a program saved it. */
  public static byte[] savedBy(String program, String maker, byte[] jpeg) {
    return with(jpeg, MAKE, maker, program);
  }

  /** An APP1 segment behind the start of the picture; its TIFF has one directory of texts (EXIF 2.3, 4.6.3). */
  private static byte[] with(byte[] jpeg, int tag, String value, String software) {
    int entries = software == null ? 1 : 2;
    int texts = 8 + 2 + 12 * entries + 4;
    byte[] first = text(value);
    byte[] second = software == null ? new byte[0] : text(software);
    ByteBuffer tiff = ByteBuffer.allocate(texts + first.length + second.length).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) entries);
    entry(tiff, tag, first.length, texts);
    if (software != null) {
      entry(tiff, SOFTWARE, second.length, texts + first.length);
    }
    tiff.putInt(0).put(first).put(second);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    int length = 2 + 6 + tiff.capacity();
    out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
    out.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(tiff.array());
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static void entry(ByteBuffer tiff, int tag, int length, int at) {
    tiff.putShort((short) tag).putShort((short) 2).putInt(length).putInt(at);
  }

  /** Longer than four bytes, so that it stands behind the directory. */
  private static byte[] text(String value) {
    return (value + "\0\0\0\0\0").getBytes(StandardCharsets.UTF_8);
  }
}
