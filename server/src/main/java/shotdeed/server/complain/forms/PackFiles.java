package shotdeed.server.complain.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import shotdeed.server.platform.Content;

/** Writes the zip of a marketplace's files; one file at a time is in memory. */
final class PackFiles implements AutoCloseable {
  /** The earliest that a zip can carry: the time of packing says nothing. */
  private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;
  private final Set<String> shared = new HashSet<>();

  /** @param out is not closed */
  PackFiles(OutputStream out) {
    zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.NO_COMPRESSION); // pictures gain nothing
  }

  /** Whether it is not in it yet: a file of a proof folder is packed once. */
  boolean wants(FillSlots.Part part, Candidate file) {
    return part.parts() == 1 || !shared(file) || shared.add(file.kind() + file.sha256());
  }

  private static boolean shared(Candidate file) {
    return file.kind().fromTheFolder();
  }

  void add(FillSlots.Part part, int place, Candidate file, Content content) throws IOException {
    ZipEntry entry = new ZipEntry(path(part, place, file));
    entry.setTimeLocal(ZIP_TIME);
    zip.putNextEntry(entry);
    if (file.sha256() == null) {
      zip.write(content.bytes());
    } else {
      try (InputStream in = content.open()) {
        in.transferTo(zip);
      }
    }
    zip.closeEntry();
  }

  private static String path(FillSlots.Part part, int place, Candidate file) {
    if (part.parts() == 1) {
      return file.name(place);
    }
    return shared(file) ? "originals/" + file.rest() : String.format("part-%03d/%s", part.part(), file.name(place));
  }

  @Override
  public void close() throws IOException {
    zip.finish();
  }
}
