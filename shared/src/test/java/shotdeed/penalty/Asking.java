package shotdeed.penalty;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A question to the engine, written as the tests read it. Days are Asia/Shanghai, times carry their offset. */
final class Asking {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

  private final PenaltyPolicy policy;
  private final List<Complaint> upheld = new ArrayList<>();
  private final Map<String, PointRange> prior = new LinkedHashMap<>();
  private int serious;

  private Asking(PenaltyPolicy policy) {
    this.policy = policy;
  }

  static Asking of(String file) {
    return new Asking(policy(file));
  }

  static Asking under(PenaltyPolicy policy) {
    return new Asking(policy);
  }

  static PenaltyPolicy policy(String file) {
    return read(file + ".json", PenaltyPolicy.class);
  }

  static PenaltyTexts texts() {
    return read("texts.json", PenaltyTexts.class);
  }

  /** An upheld complaint. */
  Asking upheld(String holder, String date) {
    upheld.add(complaint(holder, date, false));
    return this;
  }

  Asking upheld(Complaint complaint) {
    upheld.add(complaint);
    return this;
  }

  /** Upheld complaints of one holder. */
  Asking allUpheld(String holder, String... dates) {
    for (String date : dates) {
      upheld(holder, date);
    }
    return this;
  }

  Asking upheldAsExtreme(String holder, String date) {
    upheld.add(complaint(holder, date, true));
    return this;
  }

  /** An upheld complaint of which the marketplace told the points. */
  Asking told(String holder, String date, String ledger, int points) {
    Complaint plain = complaint(holder, date, false);
    upheld.add(
        new Complaint(plain.at(), plain.dateOnly(), holder, plain.right(), false, new Complaint.Told(ledger, points)));
    return this;
  }

  Asking serious(int cases) {
    serious = cases;
    return this;
  }

  Asking prior(String ledger, int min, Integer max) {
    prior.put(ledger, new PointRange(min, max));
    return this;
  }

  Forecast next(String holder, String date) {
    return ask(complaint(holder, date, false));
  }

  Forecast nextAsExtreme(String holder, String date) {
    return ask(complaint(holder, date, true));
  }

  List<PenaltyCase> cases(String holder, String date) {
    PenaltyEngine engine = new PenaltyEngine(texts());
    return engine.cases(policy, new ShopRecord(upheld, serious, prior), complaint(holder, date, false));
  }

  Forecast ask(Complaint next) {
    PenaltyEngine engine = new PenaltyEngine(texts());
    return engine.forecast(policy, new ShopRecord(upheld, serious, prior), next);
  }

  static Complaint complaint(String holder, String date, boolean extreme) {
    boolean dateOnly = date.length() == 10;
    String time = dateOnly ? date + "T00:00+08:00" : date;
    return new Complaint(OffsetDateTime.parse(time).toEpochSecond(), dateOnly, holder, "photographs", extreme);
  }

  private static <T> T read(String name, Class<T> type) {
    try (InputStream in = Asking.class.getResourceAsStream("/shotdeed/penalty/" + name)) {
      return JSON.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
