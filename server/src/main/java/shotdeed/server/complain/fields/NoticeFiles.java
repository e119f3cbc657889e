package shotdeed.server.complain.fields;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import shotdeed.server.account.Caller;
import shotdeed.server.complain.forms.Filled;
import shotdeed.server.complain.forms.FormFile;
import shotdeed.server.complain.forms.FormFiles;
import shotdeed.server.mail.Attachment;
import shotdeed.server.mail.Letter;
import shotdeed.server.platform.Language;

/** What goes with a complaint by e-mail: what was made for the marketplace, and never a file of the proof folder. */
public final class NoticeFiles {
  private final FormFiles files;

  public NoticeFiles(FormFiles files) {
    this.files = files;
  }

  /** As much of it as a mail takes, the first first. */
  List<Attachment> of(Caller caller, FillForm.Filled filled) throws IOException {
    int id = filled.fill().complaint();
    String form = filled.form().id();
    Language language = Language.of(filled.fill().language());
    int part = filled.fill().part();
    List<Attachment> attached = new ArrayList<>();
    long bytes = 0;
    for (Filled place : files.look(caller, id, form, language, part).slots()) {
      for (FormFile file : place.files()) {
        boolean fits = attached.size() < Letter.MAX_ATTACHMENTS && bytes + file.bytes() <= Letter.MAX_ATTACHED;
        if (!file.kind().fromTheFolder() && file.fits() && fits) {
          attached.add(read(caller, id, form, language, part, file.name()));
          bytes += file.bytes();
        }
      }
    }
    return attached;
  }

  private Attachment read(Caller caller, int id, String form, Language language, int part, String name)
      throws IOException {
    FormFiles.Taken taken = files.take(caller, id, form, language, part, name);
    try (InputStream content = taken.content()) {
      return new Attachment(name, taken.mediaType(), content.readAllBytes());
    }
  }
}
