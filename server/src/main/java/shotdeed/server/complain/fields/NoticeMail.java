package shotdeed.server.complain.fields;

import java.util.List;
import shotdeed.server.complain.forms.FormText;
import shotdeed.server.platform.Language;
import shotdeed.wire.FormFill;

/** A complaint as an e-mail: each field under its name, in the language of the values. */
final class NoticeMail {
  private NoticeMail() {}

  /** The whole; {@code null} if the marketplace takes no e-mail. */
  static FormFill.Mail of(FormText text, List<FormFill.Field> fields, Language written) {
    if (text.mail() == null) {
      return null;
    }
    String subject = text.mail().subject().get(written.tag());
    StringBuilder body = new StringBuilder(subject).append('\n');
    for (FormFill.Field filled : fields) {
      FormText.Field field = text.field(filled.id());
      String value = field.ticked() ? field.fixed(written) : filled.value();
      if (value.isEmpty()) {
        continue;
      }
      boolean lines = value.indexOf('\n') >= 0 || field.kind().equals("long") || field.kind().equals("links");
      String between = lines ? "\n" : " ";
      if (field.ticked()) {
        body.append('\n').append(value).append('\n');
      } else {
        body.append('\n').append(field.label(written)).append(':').append(between).append(value).append('\n');
      }
    }
    return new FormFill.Mail(text.mail().to().value(), subject, body.toString());
  }
}
