package shotdeed.extension.wire;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Json;
import shotdeed.wire.FormFill;

/** A marketplace's form, with what goes into its fields. */
public final class FormJson {
  private FormJson() {}

  public static FormFill read(Json json) {
    List<FormFill.Field> fields = new ArrayList<>();
    for (Json field : json.list("fields")) {
      fields.add(field(field));
    }
    List<FormFill.Files> files = new ArrayList<>();
    for (Json slot : json.list("files")) {
      files.add(
          new FormFill.Files(slot.string("slot"), slot.string("name"), slot.integer("count"), slot.string("address")));
    }
    Json mail = json.memberOrNull("mail");
    Json submitted = json.memberOrNull("submitted");
    return new FormFill(
        json.integer("complaint"),
        json.string("form"),
        json.string("formName"),
        json.stringOr("entry", null),
        json.strings("hosts"),
        json.string("lodger"),
        json.flag("lodgerMayBeOther"),
        json.stringOr("language", ""),
        json.integer("part"),
        json.integer("parts"),
        json.integerOr("perLinks", 0),
        fields,
        files,
        json.strings("warnings"),
        mail == null ? null : new FormFill.Mail(mail.string("to"), mail.string("subject"), mail.string("body")),
        submitted == null
            ? null
            : new FormFill.Submitted(
                submitted.stringOr("caseNumber", null),
                submitted.stringOr("confirmation", null),
                submitted.string("at"),
                submitted.stringOr("by", "")));
  }

  private static FormFill.Field field(Json json) {
    int max = json.integerOr("max", 0);
    return new FormFill.Field(
        json.string("id"),
        json.string("label"),
        json.string("value"),
        json.string("kind"),
        json.flag("required"),
        max > 0 ? max : null,
        json.integer("over"),
        json.flag("missing"),
        json.stringOr("hint", ""),
        json.strings("find"));
  }
}
