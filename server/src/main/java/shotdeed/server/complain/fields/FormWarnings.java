package shotdeed.server.complain.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import shotdeed.server.complain.SubmittedPart;
import shotdeed.server.complain.forms.FormFiles;
import shotdeed.server.complain.forms.FormText;
import shotdeed.server.platform.Texts;
import shotdeed.wire.FormFill;

/** What a person should read before they lodge a form. */
final class FormWarnings {
  private final Texts texts;
  private final FormFiles.Outline outline;
  private final List<SubmittedPart> lodged;
  private final HandOver.Waiting waits;

  FormWarnings(Texts texts, FormFiles.Outline outline, List<SubmittedPart> lodged, HandOver.Waiting waits) {
    this.texts = texts;
    this.outline = outline;
    this.lodged = lodged;
    this.waits = waits;
  }

  List<String> of(List<FormFill.Field> fields) {
    List<String> warnings = new ArrayList<>();
    lodged.stream()
        .filter(each -> each.part() == outline.part())
        .forEach(each -> warnings.add(texts.get("fields.warn.lodged", each.by())));
    if (!FillForm.open(outline.complaint().state())) {
      warnings.add(texts.get("fields.warn.state",
          texts.get("complaint.state." + outline.complaint().state().text())));
    }
    if (waits != null) {
      warnings.add(texts.get("fields.warn.waits", waits.by()));
    } else if (outline.form().text().mainAccountOnly()) {
      warnings.add(texts.get("fields.warn.main-account"));
    }
    String missing = fields.stream()
        .filter(FormFill.Field::missing)
        .map(FormFill.Field::label)
        .collect(Collectors.joining(texts.get("fields.comma")));
    if (!missing.isEmpty()) {
      warnings.add(texts.get("fields.warn.missing", missing));
    }
    fields.stream()
        .filter(field -> field.over() > 0)
        .forEach(field ->
            warnings.add(texts.get("fields.warn.over", field.label(), field.value().length(), field.max())));
    if (outline.parts() > 1) {
      boolean stated = outline.form().links().stated();
      warnings.add(texts.get(
          stated ? "fields.warn.parts" : "fields.warn.parts.unstated",
          outline.form().links().value(),
          outline.parts(),
          outline.part()));
    }
    if (outline.form().text().fields().stream().noneMatch(FormWarnings::stated)) {
      warnings.add(texts.get("fields.warn.unknown"));
    }
    return warnings;
  }

  private static boolean stated(FormText.Field field) {
    return field.required().stated();
  }
}
