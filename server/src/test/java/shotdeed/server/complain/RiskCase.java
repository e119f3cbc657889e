package shotdeed.server.complain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Reports;
import shotdeed.server.platform.Json;

/** A seller with copies in shops, and what speaks against a complaint about them. */
final class RiskCase implements AutoCloseable {
  private final CoatCase coat = CoatCase.open();
  private int shop = 5000;

  CoatCase coat() {
    return coat;
  }

  /** Number of a shop that nothing is known of. */
  String nextShop() {
    shop++;
    return String.valueOf(shop);
  }

  JsonNode risk(int sighting, String language) {
    return Checks.ok(coat.client().get("/api/v1/sightings/" + sighting + "/risk?language=" + language)).json();
  }

  List<String> codes(JsonNode risk, String level) {
    List<String> codes = new ArrayList<>();
    risk.get("items").forEach(item -> {
      if (item.get("level").asText().equals(level)) {
        codes.add(item.get("code").asText());
      }
    });
    return codes;
  }

  String text(JsonNode risk, String code) {
    for (JsonNode item : risk.get("items")) {
      if (item.get("code").asText().equals(code)) {
        return item.get("text").asText();
      }
    }
    throw new AssertionError("no " + code + " in " + risk);
  }

  /** The codes that a complaint without reasons is refused for. */
  List<String> refused(int sighting) {
    Client.Reply reply = Reports.complain(coat.client(), Reports.complaint("refused-" + sighting, "" + sighting));
    assertThat(reply.status()).as(reply.text()).isEqualTo(409);
    assertThat(reply.json().get("code").asText()).isEqualTo("reason-needed");
    List<String> codes = new ArrayList<>();
    reply.json().get("codes").forEach(code -> codes.add(code.asText()));
    return codes;
  }

  int licence(String shop, String name, String until) {
    return coat.server().server().features().database().write(handle ->
        handle.createQuery(
                """
                insert into licence (seller_id, shop_group, shop_id, name, whole, until_day, note, account_id, stated_at)
                select seller_id, 'alibaba', :shop, :name, 1, :until, '', id, '2026-11-21T08:00:00.000Z'
                from account where name = 'Willow''s person' returning id""")
            .bind("shop", shop)
            .bind("name", name)
            .bind("until", until)
            .mapTo(int.class)
            .one());
  }

  void sql(String statement) {
    coat.server().server().features().database().write(handle -> handle.execute(statement));
  }

  List<String> audited(int complaint) {
    return coat.server().server().features().database().read(handle ->
        handle.createQuery(
                "select trim(action || ' ' || details) from audit where action like 'complaint.%'"
                + " and subject_id = :id order by id")
            .bind("id", complaint)
            .mapTo(String.class)
            .list());
  }

  JsonNode manifest(int complaint) throws Exception {
    byte[] zip = coat.client().get("/api/v1/complaints/" + complaint + "/evidence.zip").bytes();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().endsWith("manifest.json")) {
          return Json.tree(in.readAllBytes());
        }
      }
    }
    throw new AssertionError("no manifest");
  }

  @Override
  public void close() {
    coat.close();
  }
}
