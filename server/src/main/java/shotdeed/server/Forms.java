package shotdeed.server;

import shotdeed.server.complain.ListComplaints;
import shotdeed.server.complain.forms.EvidencePaper;
import shotdeed.server.complain.forms.FillSlots;
import shotdeed.server.complain.forms.FormFiles;
import shotdeed.server.complain.forms.FormLibrary;
import shotdeed.server.complain.forms.MakeSheets;
import shotdeed.server.complain.forms.ReadCase;
import shotdeed.server.console.Desk;
import shotdeed.server.console.FormFilePages;
import shotdeed.server.monitor.ListSightings;
import shotdeed.server.platform.FileCache;
import shotdeed.server.platform.Incoming;
import shotdeed.server.proof.ProofFolder;
import shotdeed.server.proof.Readiness;

/** The use cases of files for the marketplaces' forms. */
final class Forms {
  /** Bytes of comparison sheets, some hundreds of them. */
  private static final long MAX_CACHE = 128L << 20;

  private final FormFiles files;
  private final FormLibrary library = FormLibrary.bundled();
  private final Incoming incoming;

  Forms(Base base, ListComplaints complaints, ListSightings sightings, ProofFolder folders, EvidencePaper paper) {
    incoming = base.incoming();
    ReadCase read = new ReadCase(complaints, sightings, folders, base.files());
    FileCache cache = new FileCache(base.folder().cache().resolve("forms"), MAX_CACHE);
    MakeSheets sheets = new MakeSheets(base.derived(), base.decoder(), cache);
    FillSlots fill = new FillSlots(read, sheets, paper);
    files = new FormFiles(library, read, fill, new Readiness(), base.database(), base.clock());
  }

  FormLibrary library() {
    return library;
  }

  FormFilePages pages(Desk desk) {
    return new FormFilePages(desk, files, incoming);
  }

  FormFiles files() {
    return files;
  }
}
