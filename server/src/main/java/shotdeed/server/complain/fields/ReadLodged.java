package shotdeed.server.complain.fields;

import java.util.ArrayList;
import java.util.List;
import shotdeed.server.complain.CaseComplaint;
import shotdeed.server.complain.SubmittedPart;
import shotdeed.server.complain.forms.EvidenceForm;
import shotdeed.server.complain.forms.FormFiles;
import shotdeed.server.complain.forms.FormText;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Language;

/** Reads what was lodged of a complaint. */
public final class ReadLodged {
  private final Database database;
  private final FormFiles files;

  public ReadLodged(Database database, FormFiles files) {
    this.database = database;
    this.files = files;
  }

  /**
   * What was lodged.
   *
   * @param form of the complaint's marketplace, or {@code null} if it is not known
   * @param parts how many forms the complaint takes there
   * @param lodged the parts that were recorded, the first first
   * @param open the parts that were not, if one was
   * @param waits in the queue of the main account, or {@code null}
   */
  public record Lodged(
      int complaint,
      EvidenceForm form,
      int parts,
      List<SubmittedPart> lodged,
      List<Integer> open,
      HandOver.Waiting waits,
      List<EvidenceForm> forms) {
    /** What a field that was sent is called; its id if the form has it no more. */
    public String label(SubmittedPart part, SubmittedPart.Sent sent, Language language) {
      return forms.stream()
          .filter(each -> each.id().equals(part.form()))
          .map(each -> each.text().field(sent.id()))
          .filter(field -> field != null)
          .map(field -> label(field, language))
          .findFirst()
          .orElse(sent.id());
    }

    private static String label(FormText.Field field, Language language) {
      return field.label(language);
    }
  }

  /** That of a complaint that the caller was given. */
  public Lodged of(CaseComplaint complaint, List<Sighting> sightings) {
    EvidenceForm form = files.own(complaint);
    int parts = form == null ? 1 : FormFiles.parts(form, sightings);
    return database.read(handle -> {
      List<SubmittedPart> lodged = SubmittedPart.of(handle, complaint.id());
      List<Integer> open = new ArrayList<>();
      for (int part = 1; part <= parts && !lodged.isEmpty(); part++) {
        int number = part;
        if (lodged.stream().noneMatch(each -> each.part() == number)) {
          open.add(part);
        }
      }
      HandOver.Waiting waits = HandOver.Waiting.of(handle, complaint.id());
      return new Lodged(complaint.id(), form, parts, lodged, open, waits, files.forms());
    });
  }
}
