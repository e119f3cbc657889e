package shotdeed.digest;

/** The check of ISO 3309, as zip, PNG and gzip carry it. */
public final class Crc32 {
  private static final int[] TABLE = table();

  private Crc32() {}

  /** Over so many bytes from a place on. */
  public static int of(byte[] bytes, int from, int count) {
    int crc = ~0;
    for (int i = from; i < from + count; i++) {
      crc = TABLE[(crc ^ bytes[i]) & 0xff] ^ crc >>> 8;
    }
    return ~crc;
  }

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int c = i;
      for (int bit = 0; bit < 8; bit++) {
        c = (c & 1) != 0 ? 0xedb88320 ^ c >>> 1 : c >>> 1;
      }
      table[i] = c;
    }
    return table;
  }
}
