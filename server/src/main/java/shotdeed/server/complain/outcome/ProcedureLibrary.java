package shotdeed.server.complain.outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.complain.forms.EvidenceForm;
import shotdeed.server.complain.forms.FormLibrary;
import shotdeed.server.platform.DataFault;
import shotdeed.server.platform.DataFile;

/** How each marketplace goes on with a complaint, and what to answer it with; all valid. Immutable. */
public final class ProcedureLibrary {
  /** The procedure of a marketplace of which nothing is known. */
  static final String OTHER = "other";

  private static final String ANSWERS = "answers.json";

  private final FormLibrary forms;
  private final List<Procedure> procedures;
  private final Answers answers;

  private ProcedureLibrary(FormLibrary forms, List<Procedure> procedures, Answers answers) {
    this.forms = forms;
    this.procedures = procedures;
    this.answers = answers;
  }

  /** Those that come with the program. */
  public static ProcedureLibrary bundled() {
    FormLibrary forms = FormLibrary.bundled();
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (EvidenceForm form : forms.all()) {
      files.put(form.id() + ".json", DataFile.bundled(ProcedureLibrary.class, "procedures/" + form.id() + ".json"));
    }
    files.put(OTHER + ".json", DataFile.bundled(ProcedureLibrary.class, "procedures/" + OTHER + ".json"));
    return new ProcedureLibrary(forms, of(files), answers(DataFile.bundled(ProcedureLibrary.class, ANSWERS)));
  }

  /**
   * Reads and validates procedures.
   *
   * @param files name to JSON
   * @throws DataFault at the first fault, with file, field and what was expected
   */
  static List<Procedure> of(Map<String, byte[]> files) {
    List<Procedure> procedures = new ArrayList<>();
    files.forEach((name, json) -> {
      Procedure procedure = DataFile.read(name, json, Procedure.class);
      ProcedureValidator.validate(name, procedure);
      procedures.add(procedure);
    });
    return List.copyOf(procedures);
  }

  /** @throws DataFault at the first fault */
  static Answers answers(byte[] json) {
    Answers answers = DataFile.read(ANSWERS, json, Answers.class);
    ProcedureValidator.validate(ANSWERS, answers);
    return answers;
  }

  /** All of them. */
  public List<Procedure> all() {
    return procedures;
  }

  /** That of a complaint about listings of this market and site; one without any limit where nothing is known. */
  public Procedure pick(String market, String site) {
    EvidenceForm form = forms.pick(market, site);
    String id = form == null ? OTHER : form.id();
    return procedures.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  /** What to answer with. */
  public Answers answers() {
    return answers;
  }
}
