package shotdeed.server.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.server.Photos;
import shotdeed.server.platform.FileStore;

/** How long the files of a complaint of fifty pictures take, each of 1,500 by 1,500 pixels, the first time and later. */
@Tag("benchmark")
class FormFilesBenchmark {
  private static final int PICTURES = 50;

  @Test
  void a_complaint_of_fifty_pictures() throws IOException {
    try (FormCase shop = new FormCase()) {
      shop.wholeFolder();
      int id = shop.complaint(1);
      ManyFormFilesTest.fill(shop, id, PICTURES);
      differing(shop);
      for (String form : List.of("amazon", "alibaba", "taobao")) {
        String files = "/complaints/" + id + "/files";
        for (String asked : List.of("?form=" + form, "?form=" + form, "/" + form + "/all.zip", "/" + form + "/all.zip")) {
          long start = System.nanoTime();
          int bytes = shop.owner.get(files + asked).bytes().length;
          System.out.printf("%s: %,d ms, %,d bytes%n", asked, (System.nanoTime() - start) / 1_000_000, bytes);
        }
      }
    }
  }

  /** Fifty files of other bytes. */
  private static void differing(FormCase shop) throws IOException {
    Path data = shop.server.data();
    FileStore store = new FileStore(data.resolve("files"), data.resolve("tmp"));
    double scale = 1500.0 / Photos.read(FormCase.COAT).getWidth();
    List<String> files = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      files.add(store.put(Photos.recompressed(FormCase.COAT, scale, 0.5f + 0.009f * i)));
    }
    shop.server.server().features().database().write(handle -> {
      for (int i = 0; i < PICTURES; i++) {
        handle.execute(
            "update sighting set picture_sha256 = ? where id = (select id from sighting order by id limit 1 offset ?)",
            files.get(i), i);
      }
      return null;
    });
  }
}
