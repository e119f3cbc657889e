package shotdeed.server.complain.fields;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.model.ComplaintState;
import shotdeed.server.account.Caller;
import shotdeed.server.account.SellerZone;
import shotdeed.server.certify.FirstPublication;
import shotdeed.server.complain.RecordCaseNumber;
import shotdeed.server.complain.SubmittedPart;
import shotdeed.server.complain.forms.EvidenceForm;
import shotdeed.server.complain.forms.Filling;
import shotdeed.server.complain.forms.FormFiles;
import shotdeed.server.complain.forms.FormText;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.Texts;
import shotdeed.server.platform.Times;
import shotdeed.wire.FormFill;

/** Fills a marketplace's form for a complaint. */
public final class FillForm {
  private final FormFiles files;
  private final Database database;
  private final Origin origin;
  private final InstantSource clock;

  public FillForm(FormFiles files, Database database, Origin origin, InstantSource clock) {
    this.files = files;
    this.database = database;
    this.origin = origin;
    this.clock = clock;
  }

  /**
   * A part that is filled in.
   *
   * @param fields the data's, in the order of those of {@code fill}
   * @param lodged all that was recorded of the complaint
   * @param waits in the queue of the main account, or {@code null}
   * @param complainant what the seller states of themselves
   */
  public record Filled(
      FormFill fill,
      FormFiles.Outline outline,
      List<FormText.Field> fields,
      List<SubmittedPart> lodged,
      HandOver.Waiting waits,
      Complainant complainant) {
    public EvidenceForm form() {
      return outline.form();
    }

    /** Parts that nobody recorded as lodged, once one is. */
    public List<Integer> open() {
      List<Integer> open = new ArrayList<>();
      for (int part = 1; part <= fill.parts(); part++) {
        int number = part;
        if (lodged.stream().noneMatch(each -> each.part() == number)) {
          open.add(part);
        }
      }
      return open;
    }

    /** Whether the number of this part may be recorded or corrected. */
    public boolean takes() {
      SubmittedPart stands =
          lodged.stream().filter(each -> each.part() == fill.part()).findFirst().orElse(null);
      return RecordCaseNumber.takes(outline.complaint(), stands);
    }

    /** Whether parts of it are left for whoever has the main account. */
    public boolean leaves() {
      return FillForm.open(outline.complaint().state()) && !open().isEmpty();
    }

    /** A copy of what there is to send. */
    public List<SubmittedPart.Sent> sent() {
      return fill.fields().stream().map(field -> new SubmittedPart.Sent(field.id(), field.value())).toList();
    }
  }

  private record Known(
      Complainant complainant,
      Map<Integer, List<FirstPublication>> published,
      List<SubmittedPart> lodged,
      HandOver.Waiting waits,
      ZoneId zone) {}

  /**
   * Fills a part of it.
   *
   * @param form id, or empty for the complaint's own marketplace
   * @param reader the language of labels and hints
   * @param writes the language of the values; {@code null} for the one that is read there
   * @param part 1 for the first; beyond the last, the last
   */
  public Filled run(Caller caller, int id, String form, Language reader, Language writes, int part)
      throws IOException {
    FormFiles.Outline outline = files.outline(caller, id, form, part);
    Known known = database.read(handle -> {
      Map<Integer, List<FirstPublication>> published = new HashMap<>();
      outline.photographs().keySet().forEach(number -> published.put(number, FirstPublication.of(handle, number)));
      return new Known(
          Complainant.of(handle, caller.seller()),
          published,
          SubmittedPart.of(handle, id),
          HandOver.Waiting.of(handle, id),
          SellerZone.of(handle, caller.seller()));
    });
    EvidenceForm chosen = outline.form();
    Texts texts = Texts.in(reader);
    Language written = writes == null ? chosen.reads() : writes;
    Instant now = clock.instant();
    FieldValues values = new FieldValues(
        Texts.in(written),
        outline,
        known.complainant(),
        known.published(),
        now.atZone(known.zone()).toLocalDate());
    List<FormFill.Field> fields = new ArrayList<>();
    for (FormText.Field field : chosen.text().fields()) {
      fields.add(field(field, values.of(field), texts));
    }
    FormWarnings warnings = new FormWarnings(texts, outline, known.lodged(), known.waits());
    String site = outline.complaint().site();
    FormFill fill = new FormFill(
        id,
        chosen.id(),
        texts.get("proof.market." + chosen.id()),
        chosen.entryFor(site),
        chosen.hostsFor(site),
        texts.get("fields.lodger." + chosen.text().lodger().value()),
        !caller.owns() && chosen.text().mainAccountOnly(),
        written.tag(),
        outline.part(),
        outline.parts(),
        chosen.links().value(),
        fields,
        places(outline, reader),
        warnings.of(fields),
        NoticeMail.of(chosen.text(), fields, written),
        submitted(known.lodged(), outline.part()));
    return new Filled(fill, outline, chosen.text().fields(), known.lodged(), known.waits(), known.complainant());
  }

  private static FormFill.Field field(FormText.Field field, String value, Texts texts) {
    Integer max = field.max().value();
    boolean shortens = field.source() == Filling.STATEMENT || field.source() == Filling.WORK;
    boolean tooLong = max != null && value.length() > max;
    String fitting = shortens && tooLong ? Shortened.to(value, max) : value;
    boolean missing = value.isEmpty() && field.required().value();
    return new FormFill.Field(
        field.id(),
        field.label(texts.language()),
        fitting,
        field.kind(),
        field.required().value(),
        max,
        max == null ? 0 : Math.max(0, fitting.length() - max),
        missing,
        hint(field, value, shortens && tooLong, missing, texts),
        field.find());
  }

  private static String hint(
      FormText.Field field, String value, boolean shortened, boolean missing, Texts texts) {
    if (missing) {
      return texts.get(field.source().ordinal() >= Filling.HOLDER.ordinal() ? "fields.missing" : "fields.missing.here");
    }
    if (shortened) {
      return texts.get("fields.shortened", value.length(), field.max().value());
    }
    if (field.ticked()) {
      return texts.get("fields.tick", field.fixed(texts.language()));
    }
    String key = "fields.hint." + field.id();
    if (texts.keys().contains(key)) {
      return texts.get(key);
    }
    return field.required().stated() ? "" : texts.get("fields.unknown");
  }

  private List<FormFill.Files> places(FormFiles.Outline outline, Language reader) {
    String address = origin.value() + "/complaints/" + outline.complaint().id() + "/files?form="
        + outline.form().id() + "&page=" + outline.part();
    List<FormFill.Files> places = new ArrayList<>();
    outline.counts().forEach((slot, count) ->
        places.add(new FormFill.Files(slot.id(), slot.name(reader), count, address + "#slot-" + slot.id())));
    return places;
  }

  private static FormFill.Submitted submitted(List<SubmittedPart> lodged, int part) {
    return lodged.stream()
        .filter(each -> each.part() == part)
        .findFirst()
        .map(each -> new FormFill.Submitted(
            each.caseNumber(), each.confirmation(), Times.text(each.at()), each.by()))
        .orElse(null);
  }

  /** Whether parts of it can still be lodged. */
  static boolean open(ComplaintState state) {
    return state != ComplaintState.WITHDRAWN;
  }
}
