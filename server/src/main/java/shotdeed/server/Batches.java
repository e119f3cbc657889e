package shotdeed.server;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import shotdeed.server.certify.second.WorkingCalendar;
import shotdeed.server.complain.batch.PrepareBatch;
import shotdeed.server.complain.batch.ReadShop;
import shotdeed.server.complain.batch.UndoBatch;
import shotdeed.server.complain.forms.FormLibrary;
import shotdeed.server.complain.letter.LetterDays;
import shotdeed.server.complain.letter.Letters;
import shotdeed.server.complain.letter.WriteLetter;
import shotdeed.server.console.BatchPages;
import shotdeed.server.console.Desk;
import shotdeed.server.console.LetterPages;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.RouteGroup;

/** The use cases of complaints about many listings of a shop, and of letters to it. */
public final class Batches implements AutoCloseable {
  private final FormLibrary forms = FormLibrary.bundled();
  private final ReadShop shop;
  private final PrepareBatch prepare;
  private final UndoBatch undo;
  private final WriteLetter write;
  private final Letters letters;

  /** @param calendar which days are working days */
  Batches(
      Database database, Complaints complaints, Supplier<WorkingCalendar> calendar, InstantSource clock) {
    shop = new ReadShop(database);
    prepare = new PrepareBatch(database, forms, complaints.many(), clock);
    undo = new UndoBatch(database, clock);
    write = new WriteLetter(database, LetterDays.bundled(), calendar, clock);
    letters = new Letters(database, clock);
  }

  /** Goes on with what the server was at when it stopped. */
  void start() {
    prepare.start();
  }

  public PrepareBatch prepare() {
    return prepare;
  }

  /** Letters to shops. */
  Letters letters() {
    return letters;
  }

  List<RouteGroup> pages(Desk desk) {
    return List.of(
        new BatchPages(desk, forms, shop, prepare, undo), new LetterPages(desk, forms, write, letters));
  }

  @Override
  public void close() {
    prepare.close();
  }
}
