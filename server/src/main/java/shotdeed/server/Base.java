package shotdeed.server;

import java.time.InstantSource;
import shotdeed.server.certify.Derived;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.DataFolder;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileCache;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.FreeSpace;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.Settings;
import shotdeed.server.platform.StrangerBodies;
import shotdeed.server.platform.Turnstile;

/** What all features stand on: the store, the files and the clock. */
record Base(
    Settings settings,
    DataFolder folder,
    Database database,
    FileStore files,
    FreeSpace space,
    Incoming incoming,
    Turnstile turnstile,
    PictureDecoder decoder,
    Derived derived,
    Origin origin,
    StrangerBodies strangers,
    InstantSource clock) {
  /** Whole pictures in memory at a time, at most 32 MiB of file each. */
  private static final int PICTURES_AT_ONCE = 4;

  /** Bytes of smaller copies, some tens of thousands of them. */
  private static final long MAX_CACHE = 512L << 20;

  static Base of(Settings settings, DataFolder folder, Database database, InstantSource clock) {
    Turnstile turnstile = new Turnstile(PICTURES_AT_ONCE);
    FileStore files = new FileStore(folder.files(), folder.temporary());
    FreeSpace space = new FreeSpace(folder.root(), settings.freeSpaceFloor());
    PictureDecoder decoder = new PictureDecoder();
    return new Base(
        settings,
        folder,
        database,
        files,
        space,
        new Incoming(folder.temporary(), space),
        turnstile,
        decoder,
        new Derived(files, new FileCache(folder.cache(), MAX_CACHE), turnstile, decoder),
        new Origin(),
        new StrangerBodies(),
        clock);
  }
}
