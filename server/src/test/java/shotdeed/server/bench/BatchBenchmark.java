package shotdeed.server.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.ManyListings;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.complain.batch.Batch;
import shotdeed.server.complain.batch.PrepareBatch;

/**
 * How long 300 listings of one shop take from the press of the button until every complaint is prepared, where the
 * marketplace takes one listing a complaint, and where it takes fifty; beside it 300 single requests in the same run.
 * Prints figures, asserts none.
 */
@Tag("benchmark")
class BatchBenchmark {
  private static final int LISTINGS = Integer.getInteger("batch.listings", 300);
  private static final List<String> PHOTOS = List.of("coat", "dress");

  @Test
  void three_hundred_listings_of_one_shop() throws Exception {
    try (TestServer server = TestServer.start()) {
      Client client = server.newSeller("Willow");
      List<Integer> seeds = new ArrayList<>();
      for (String name : PHOTOS) {
        byte[] photo = Photos.photo(name);
        server.monitored(client, photo);
        for (int i = 0; i < 5; i++) {
          byte[] copy = Photos.recompressed(photo, 0.75 + i / 100.0, 0.7f);
          seeds.add(Reports.sighting(client, name + "-" + i, "9" + seeds.size(), "7", copy));
        }
      }
      String taobao = "number alibaba 7";
      single(server, client, ManyListings.repeat(server, seeds, "1", LISTINGS));
      batch(server, taobao, ManyListings.repeat(server, seeds, "2", LISTINGS));
      single(server, client, ManyListings.repeat(server, seeds, "3", LISTINGS));
      batch(server, taobao, ManyListings.repeat(server, seeds, "4", LISTINGS));
      List<Integer> amazon = ManyListings.repeat(server, seeds, "5", LISTINGS);
      server.server().features().database().write(handle -> {
        handle.execute("update sighting set site = 'www.amazon.com', market = 'other' where listing_id like '5%'");
        return handle.execute("update finding set site = 'www.amazon.com', market = 'other',"
            + " shop_group = 'www.amazon.com', shop_key = 'number www.amazon.com 7' where listing_id like '5%'");
      });
      batch(server, "number www.amazon.com 7", amazon);
    }
  }

  private static void single(TestServer server, Client client, List<Integer> sightings) {
    long start = System.nanoTime();
    for (int sighting : sightings) {
      Checks.ok(Reports.complain(client, Reports.complaint("single-" + sighting, "" + sighting)));
    }
    System.out.printf("%d single requests: %,d ms%n", sightings.size(), (System.nanoTime() - start) / 1_000_000);
  }

  /** Through the console, as a person does it: the page, the button, and the result page that says that all is done. */
  private static void batch(TestServer server, String shop, List<Integer> sightings) throws Exception {
    String session = TestAccounts.sessionOf(server.server().features(), "Willow's person", server.now());
    String cookie = "shotdeed=" + session;
    Set<Integer> findings = server.server().features().database().read(handle ->
        handle.createQuery("select finding_id from sighting where id in (<ids>) order by id")
            .bindList("ids", sightings)
            .mapTo(Integer.class)
            .collect(Collectors.toCollection(LinkedHashSet::new)));
    long shown = System.nanoTime();
    Checks.ok(server.anybody().get("/batch?shop=" + shop.replace(" ", "+"), "Cookie", cookie));
    System.out.printf("page of the shop: %,d ms%n", (System.nanoTime() - shown) / 1_000_000);
    Caller caller = server.server().features().sessions().caller(session);
    PrepareBatch batches = server.server().features().cases().batches().prepare();
    long start = System.nanoTime();
    int id = batches.start(
        caller, new PrepareBatch.Asked(UUID.randomUUID().toString(), shop, findings, true, "Chromium", "en"));
    long asked = System.nanoTime();
    batches.settle();
    long done = System.nanoTime();
    Batch batch = batches.one(caller, id);
    System.out.printf(
        "%d listings as a batch: %,d ms (%,d of them until the button answers), complaints %d, left %d%n",
        findings.size(),
        (done - start) / 1_000_000,
        (asked - start) / 1_000_000,
        batch.complaints().size(),
        batch.left().size());
    start = System.nanoTime();
    Checks.ok(server.anybody().get("/batch/" + id, "Cookie", cookie));
    System.out.printf("result page: %,d ms%n", (System.nanoTime() - start) / 1_000_000);
  }
}
