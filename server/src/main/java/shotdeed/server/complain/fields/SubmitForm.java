package shotdeed.server.complain.fields;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shotdeed.server.account.Caller;
import shotdeed.server.complain.CaseComplaint;
import shotdeed.server.complain.RecordCaseNumber;
import shotdeed.server.complain.SubmittedPart;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;

/** Records that a form was lodged, with a copy of what was sent. */
public final class SubmitForm {
  private static final int MAX_FIELDS = 60;
  private static final int MAX_CHARACTERS = 500_000;

  private final FillForm fill;
  private final RecordCaseNumber record;

  /** Of a form that cannot be read any more: whoever lodged it knows its fields and parts, within reason. */
  private static final String ID = "[a-z0-9-]{1,40}";

  private static final int MAX_PARTS = 500;

  public SubmitForm(FillForm fill, RecordCaseNumber record) {
    this.fill = fill;
    this.record = record;
  }

  /**
   * What is stated of a submission.
   *
   * @param form id of the marketplace's form; empty or {@code null} for the complaint's own marketplace
   * @param part {@code null} for the first
   * @param caseNumber {@code null} if there is a confirmation
   * @param confirmation the marketplace's words; {@code null} if there is a case number
   * @param correct see {@link RecordCaseNumber.Submission}
   * @param again see {@link RecordCaseNumber.Submission}
   * @param submittedOn see {@link RecordCaseNumber.Submission}
   * @param language of what was sent; {@code null} for the one that is read there
   * @param sent a copy of what was sent; {@code null} for what the form was filled in with
   */
  public record Stated(
      String form,
      Integer part,
      String caseNumber,
      String confirmation,
      boolean correct,
      boolean again,
      String submittedOn,
      Language language,
      List<SubmittedPart.Sent> sent) {}

  /**
   * Records it.
   *
   * @throws Refused if what is stated as sent is not of this form, names a field twice or is too much; nothing is
   *     recorded then
   */
  public CaseComplaint run(Caller caller, int id, Stated stated) throws IOException {
    caller.requireTeam();
    int part = stated.part() == null ? 1 : stated.part();
    String form = stated.form() == null ? "" : stated.form();
    if (part < 1) {
      throw Fields.invalid("part", "1 for the first");
    }
    FillForm.Filled filled = filled(caller, id, form, stated.language(), part);
    if (part > (filled == null ? MAX_PARTS : filled.fill().parts())) {
      throw Fields.invalid("part", "one of the complaint's parts");
    }
    List<SubmittedPart.Sent> sent = stated.sent() == null ? made(filled) : checked(filled, stated.sent());
    return record.run(caller, id, new RecordCaseNumber.Submission(
        part,
        filled == null ? "" : filled.form().id(),
        filled == null ? "" : filled.fill().language(),
        stated.caseNumber(),
        stated.confirmation(),
        stated.correct(),
        stated.again(),
        stated.submittedOn(),
        sent));
  }

  /** A complaint whose form is not known, or whose photographs are disputed by now, may have been lodged all the same. */
  private FillForm.Filled filled(Caller caller, int id, String form, Language language, int part) throws IOException {
    try {
      return fill.run(caller, id, form, Language.ENGLISH, language, part);
    } catch (Refused refused) {
      if (refused.error() == Errors.NOT_FOUND || refused.error() == Errors.NOT_ALLOWED) {
        throw refused;
      }
      return null;
    }
  }

  private static List<SubmittedPart.Sent> made(FillForm.Filled filled) {
    return filled == null ? List.of() : filled.sent();
  }

  private static List<SubmittedPart.Sent> checked(FillForm.Filled filled, List<SubmittedPart.Sent> sent) {
    Fields.list("sent", sent, 0, MAX_FIELDS);
    Set<String> seen = new HashSet<>();
    int characters = 0;
    List<SubmittedPart.Sent> kept = new ArrayList<>();
    for (SubmittedPart.Sent each : sent) {
      if (each == null || each.id() == null || each.value() == null) {
        throw Fields.invalid("sent", "a list of fields with id and value");
      }
      boolean known = filled == null ? each.id().matches(ID) : filled.form().text().field(each.id()) != null;
      if (!known || !seen.add(each.id())) {
        throw Fields.invalid("sent", "fields of the form, each once");
      }
      characters += each.value().length();
      if (characters > MAX_CHARACTERS) {
        throw Fields.invalid("sent", "at most " + MAX_CHARACTERS + " characters altogether");
      }
      kept.add(each);
    }
    return kept;
  }
}
