package shotdeed.server.complain.risk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.complain.forms.EvidenceForm;
import shotdeed.server.complain.forms.FormLibrary;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.SightingStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Texts;
import shotdeed.server.proof.ProofFolder;

/** Shows a seller what they risk with a complaint, before they prepare it, and what they said with one. */
public final class ReadRisk {
  private final Database database;
  private final ProofFolder folders;
  private final FormLibrary forms;
  private final RiskData data;
  private final LookForRisks look;
  private final InstantSource clock;

  public ReadRisk(
      Database database, ProofFolder folders, FormLibrary forms, RiskData data, InstantSource clock) {
    this.database = database;
    this.folders = folders;
    this.forms = forms;
    this.data = data;
    this.look = new LookForRisks(data.shopNames());
    this.clock = clock;
  }

  /**
   * The risk of a complaint about one of the caller's sightings.
   *
   * @throws shotdeed.server.platform.Refused as if it did not exist if it is another seller's
   */
  public SellersRisk of(Caller caller, int id, Texts texts) {
    caller.requireTeam();
    Sighting sighting = database.read(handle -> SightingStore.ofSeller(handle, caller.seller(), id));
    EvidenceForm form = forms.pick(sighting.listing().market(), sighting.listing().site());
    ProofFolder.View folder = folders.look(caller, sighting.found().certificate());
    return database.read(handle -> {
      List<Risk> found = new ArrayList<>(risks(handle, sighting));
      RiskWords words = new RiskWords(texts, data);
      List<SellersRisk.Item> items = new ArrayList<>();
      found.forEach(risk -> items.add(words.item(risk)));
      items.addAll(words.checked(found));
      items.addAll(words.proofs(folder, form));
      StandingWith standing = StandingWith.of(handle, caller.seller(), forms, form, data, clock.instant());
      items.addAll(words.acceptance(standing));
      items.addAll(words.liability(form));
      return risk(items, texts, standing);
    });
  }

  private List<Risk> risks(Handle handle, Sighting sighting) {
    Instant now = clock.instant();
    String day = RiskGate.day(now);
    return look.of(handle, KnownShops.of(handle, sighting.seller(), day), sighting, day);
  }

  private static SellersRisk risk(List<SellersRisk.Item> items, Texts texts, StandingWith standing) {
    List<SellersRisk.Item> sorted = items.stream()
        .sorted(Comparator.comparing((SellersRisk.Item item) -> RiskCode.of(item.code()).level()).reversed())
        .toList();
    String level = sorted.isEmpty() ? RiskLevel.NONE.text() : sorted.get(0).level();
    return new SellersRisk(level, sorted, texts.get("sighting.owned"), standing.acceptance());
  }

  /** What was stated with one of the caller's complaints. */
  public List<StatedReason> stated(Caller caller, int complaint) {
    return database.read(handle -> {
      boolean own = handle.createQuery("select count(*) from complaint where id = :id and seller_id = :seller")
              .bind("id", complaint)
              .bind("seller", caller.seller())
              .mapTo(int.class)
              .one()
          > 0;
      return own ? ReasonStore.of(handle, complaint) : List.of();
    });
  }

  /** What a complaint of a market and site is measured by, and what a wrong one costs: for a complaint that stands. */
  public List<SellersRisk.Item> standing(Caller caller, String market, String site, Texts texts) {
    EvidenceForm form = forms.pick(market, site);
    RiskWords words = new RiskWords(texts, data);
    return database.read(handle -> {
      List<SellersRisk.Item> items = new ArrayList<>(
          words.acceptance(StandingWith.of(handle, caller.seller(), forms, form, data, clock.instant())));
      items.addAll(words.liability(form));
      return items;
    });
  }
}
