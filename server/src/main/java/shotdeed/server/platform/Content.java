package shotdeed.server.platform;

import java.io.IOException;

/** A file that somebody sent, wherever it waits. */
public interface Content {
  /** Its own name without folders, may be empty. */
  String name();

  /** In bytes. */
  long size();

  /** All of it, read anew by each call. */
  byte[] bytes() throws IOException;

  /** A file that is in memory. */
  static Content of(String name, byte[] bytes) {
    return new Content() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public byte[] bytes() {
        return bytes;
      }
    };
  }
}
