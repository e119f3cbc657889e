package shotdeed.server.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file that somebody sent, wherever it waits. */
public interface Content {
  /** Its own name without folders, may be empty. */
  String name();

  /** In bytes. */
  long size();

  /** All of it, read anew by each call. */
  byte[] bytes() throws IOException;

  /** All of it as a stream, for what is too large to be held. */
  default InputStream open() throws IOException {
    return new ByteArrayInputStream(bytes());
  }

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
