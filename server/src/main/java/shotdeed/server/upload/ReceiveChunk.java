package shotdeed.server.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.FewEach;
import shotdeed.server.platform.FreeSpace;
import shotdeed.server.platform.Refused;

/**
 * Receives a piece of a file. What arrived before the connection broke is kept: the next piece begins behind it. Two
 * senders of one file cannot mix their bytes: each piece names where it begins, and only the right place is written to.
 */
public final class ReceiveChunk {
  /** Bytes of a piece; the rest of a longer one is not read. */
  public static final int MAX_CHUNK = 16 << 20;

  /** Pieces of one person at a time. */
  private static final int AT_ONCE = 6;

  private static final int LOCKS = 256;
  private static final int SCRATCH = 64 << 10;

  private final Database database;
  private final Path folder;
  private final FreeSpace space;
  private final InstantSource clock;
  private final Runnable whole;
  private final FewEach senders = new FewEach(AT_ONCE);
  private final ReentrantLock[] writing = new ReentrantLock[LOCKS];

  /**
   * @param folder for the pieces
   * @param whole called after a file became whole
   */
  public ReceiveChunk(Database database, Path folder, FreeSpace space, InstantSource clock, Runnable whole) {
    this.database = database;
    this.folder = folder;
    this.space = space;
    this.clock = clock;
    this.whole = whole;
    for (int i = 0; i < LOCKS; i++) {
      writing[i] = new ReentrantLock();
    }
  }

  /** Where a file's bytes lie. */
  static Path part(Path folder, int file) {
    return folder.resolve(file + ".part");
  }

  /**
   * Writes a piece.
   *
   * @param offset where it begins
   * @return bytes of the file that are here now
   * @throws Refused with {@link Errors#UPLOAD_OFFSET} and the right {@code received} if it begins elsewhere
   */
  public long run(Caller caller, int upload, int file, long offset, long length, InputStream body)
      throws IOException {
    caller.requireTeam();
    if (!senders.take(caller.account())) {
      throw new Refused(Errors.BUSY).with("retryAfter", 1L);
    }
    try {
      ReentrantLock lock = writing[Math.floorMod(file, writing.length)];
      lock.lock(); // of two windows that send one file the second is told where to go on
      try {
        return received(caller, upload, file, offset, length, body);
      } finally {
        lock.unlock();
      }
    } finally {
      senders.leave(caller.account());
    }
  }

  private long received(Caller caller, int upload, int file, long offset, long length, InputStream body)
      throws IOException {
    Upload.Item item = database.read(handle -> {
      UploadStore.own(handle, caller, upload);
      Upload.Item found = UploadStore.file(handle, file);
      if (found == null || found.upload() != upload) {
        throw new Refused(Errors.NOT_FOUND);
      }
      return found;
    });
    if (offset != item.received() || !item.state().equals("receiving")) {
      throw new Refused(Errors.UPLOAD_OFFSET).with("received", item.received());
    }
    space.require(Math.min(Math.max(0, length), MAX_CHUNK));
    Files.createDirectories(folder);
    long end = FreeSpace.orRefused(() -> written(item, body));
    if (end == item.bytes()) {
      whole.run();
    }
    return end;
  }

  private long written(Upload.Item item, InputStream body) throws IOException {
    long at = item.received();
    try (FileChannel out = FileChannel.open(
        part(folder, item.id()), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      IOException broken = null;
      byte[] scratch = new byte[SCRATCH];
      long limit = Math.min(item.bytes(), at + MAX_CHUNK);
      while (at < limit && broken == null) {
        int n = 0;
        try {
          n = body.read(scratch, 0, (int) Math.min(SCRATCH, limit - at));
        } catch (IOException e) {
          broken = e; // what came before is kept
        }
        if (n < 0) {
          break;
        }
        ByteBuffer bytes = ByteBuffer.wrap(scratch, 0, n);
        while (bytes.hasRemaining()) {
          at += out.write(bytes, at);
        }
      }
      out.force(true);
      long end = at;
      database.write(handle -> {
        UploadStore.received(handle, item, end, clock.instant());
        return null;
      });
      if (broken != null) {
        throw broken;
      }
      return end;
    }
  }
}
