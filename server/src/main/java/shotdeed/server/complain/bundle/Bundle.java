package shotdeed.server.complain.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import shotdeed.ledger.BundleContents;
import shotdeed.ledger.SealedList;
import shotdeed.ledger.StoredZip;
import shotdeed.server.platform.Secrets;

/**
 * A bundle whose parts all are there and whole, ready to be written. Each part is hashed again while it is written: what
 * changed since ends the writing, and the zip that was begun has no end.
 */
public final class Bundle {
  private final int complaint;
  private final byte[] contents;
  private final List<Entry> entries;

  /** A file of the bundle, and where its bytes come from. */
  record Entry(SealedList.Part part, Stored stored) {
    static Entry of(String path, byte[] content) {
      return new Entry(new SealedList.Part(Secrets.sha256(content), content.length, path), () -> content);
    }
  }

  Bundle(int complaint, byte[] contents, List<Entry> entries) {
    this.complaint = complaint;
    this.contents = contents;
    this.entries = List.copyOf(entries);
  }

  /** What the file is called. */
  public String name() {
    return "shotdeed-complaint-" + complaint + ".zip";
  }

  /** One file's content; of those that the bundle always has. */
  byte[] content(String path) throws IOException {
    for (Entry entry : entries) {
      if (entry.part().path().equals(path)) {
        return entry.stored().bytes();
      }
    }
    throw new IllegalArgumentException("a bundle without " + path);
  }

  /** What the zip takes, to the byte. */
  public List<String> paths() {
    List<String> paths = new ArrayList<>(List.of(BundleContents.PATH));
    entries.forEach(entry -> paths.add(entry.part().path()));
    return paths;
  }

  /**
   * Writes the zip.
   *
   * @param out is flushed, not closed
   * @throws IOException if a part is no longer what it was, too
   */
  public void write(OutputStream out) throws IOException {
    try {
      StoredZip.Writer zip = new StoredZip.Writer(piece -> {
        try {
          out.write(piece);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
      zip.add(BundleContents.PATH, contents);
      for (Entry entry : entries) {
        zip.add(entry.part().path(), whole(entry));
      }
      zip.end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.flush();
  }

  private static byte[] whole(Entry entry) throws IOException {
    byte[] content = entry.stored().bytes();
    if (content.length != entry.part().bytes() || !Secrets.sha256(content).equals(entry.part().sha256())) {
      throw new IOException("the part " + entry.part().path() + " changed while its bundle was written");
    }
    return content;
  }
}
