package shotdeed.server.complain.fields;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.AccountStore;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Standing;
import shotdeed.server.audit.Audit;
import shotdeed.server.complain.RecordCaseNumber;
import shotdeed.server.complain.SubmittedPart;
import shotdeed.server.mail.Attachment;
import shotdeed.server.mail.Draft;
import shotdeed.server.mail.Letter;
import shotdeed.server.mail.MailKind;
import shotdeed.server.mail.Post;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Times;
import shotdeed.wire.FormFill;

/**
 * Sends a complaint to a marketplace that takes it by e-mail, once a person confirmed what goes. It counts as submitted when
 * the mail server took it, with the mail's Message-ID as confirmation; the sent copy is kept.
 */
public final class SendNotice {
  /** After it, a mail that could not be delivered is given up: whoever sent it should know soon. */
  private static final Duration ENDS = Duration.ofDays(2);

  private final FillForm fill;
  private final NoticeFiles files;
  private final RecordCaseNumber record;
  private final Post post;
  private final Database database;
  private final InstantSource clock;

  public SendNotice(
      FillForm fill, NoticeFiles files, RecordCaseNumber record, Post post, Database database, InstantSource clock) {
    this.fill = fill;
    this.files = files;
    this.record = record;
    this.post = post;
    this.database = database;
    this.clock = clock;
    post.tell(MailKind.COMPLAINT, this::taken);
  }

  /** Whether mail can be sent at all. */
  public boolean works() {
    return post.works();
  }

  /** By this it is known that what is sent is what a person saw. */
  public static String digest(FormFill.Mail mail, String replyTo) {
    String all = mail.to() + "\n" + replyTo + "\n" + mail.subject() + "\n" + mail.body();
    return Secrets.sha256(all.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends it.
   *
   * @param digest of what the person confirmed
   * @param attach whether what was made for the marketplace's places for files goes with it
   * @throws Refused if the form is not complete, changed since, or was lodged; nothing is sent then
   */
  public void run(Caller caller, int id, String form, Language writes, int part, String digest, boolean attach)
      throws IOException {
    FillForm.Filled filled = fill.run(caller, id, form, Language.ENGLISH, writes, part);
    FormFill.Mail mail = mail(filled);
    String replyTo = filled.complainant().email();
    if (filled.fill().fields().stream().anyMatch(field -> field.missing() || field.over() > 0) || replyTo.isEmpty()) {
      throw new Refused(Errors.FORM_INCOMPLETE);
    }
    if (!digest(mail, replyTo).equals(digest)) {
      throw new Refused(Errors.FORM_CHANGED);
    }
    List<Attachment> with = attach ? files.of(caller, filled) : List.of();
    Letter letter = new Letter(mail.to(), replyTo, mail.subject(), mail.body(), with);
    database.write(handle -> {
      queue(handle, caller, filled, letter);
      return null;
    });
    post.wake();
  }

  private void queue(Handle handle, Caller caller, FillForm.Filled filled, Letter letter) {
    Standing.requireActive(handle, caller.seller());
    int id = filled.fill().complaint();
    int part = filled.fill().part();
    SentNotice before = SentNotice.last(handle, id, part);
    if (before != null && !before.lost()) {
      throw new Refused(Errors.FORM_LODGED, before.by());
    }
    SubmittedPart.of(handle, id).stream().filter(each -> each.part() == part).findFirst().ifPresent(each -> {
      throw new Refused(Errors.FORM_LODGED, each.by());
    });
    String state = handle.createQuery("select state from complaint where id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .one();
    if (!FillForm.open(shotdeed.model.ComplaintState.of(state))) {
      throw new Refused(Errors.WRONG_STATE, state).with("state", state);
    }
    Instant now = clock.instant();
    String message = post.post(handle, letter, MailKind.COMPLAINT, caller.account(), now.plus(ENDS));
    if (message == null) {
      throw new Refused(Errors.BUSY);
    }
    handle.createUpdate(
            """
            insert into complaint_mail (message_id, complaint_id, part, form, language, recipient, reply_to, subject, body,
              files, sent, account_id, queued_at)
            values (:message, :complaint, :part, :form, :language, :to, :replyTo, :subject, :body,
              :files, :sent, :account, :now)""")
        .bind("message", message)
        .bind("complaint", id)
        .bind("part", part)
        .bind("form", filled.form().id())
        .bind("language", filled.fill().language())
        .bind("to", letter.to())
        .bind("replyTo", letter.replyTo())
        .bind("subject", letter.subject())
        .bind("body", letter.text())
        .bind("files", String.join("\n", letter.attachments().stream().map(Attachment::name).toList()))
        .bind("sent", new String(Json.write(filled.sent()), StandardCharsets.UTF_8))
        .bind("account", caller.account())
        .bind("now", Times.text(now))
        .execute();
    Audit.did(handle, now, caller, "complaint.mail", "complaint", id, letter.to());
  }

  private void taken(Handle handle, String messageId) {
    SentNotice notice = SentNotice.of(handle, messageId);
    if (notice == null) {
      return;
    }
    handle.execute(
        "update complaint_mail set taken_at = ? where message_id = ?", Times.text(clock.instant()), messageId);
    Caller caller = AccountStore.caller(handle, notice.account(), null, null);
    record.confirmed(handle, caller, notice.complaint(), new RecordCaseNumber.Submission(
        notice.part(), notice.form(), notice.language(), null, messageId, false, false, null, notice.sent()));
  }

  /** The mail as a file that a mail program opens as a draft. */
  public byte[] draft(Caller caller, int id, String form, Language writes, int part, boolean attach)
      throws IOException {
    FillForm.Filled filled = fill.run(caller, id, form, Language.ENGLISH, writes, part);
    FormFill.Mail mail = mail(filled);
    List<Attachment> with = attach ? files.of(caller, filled) : List.of();
    Audit.looked(database, clock.instant(), caller, caller.seller(), "complaint.draft", "complaint", id);
    return Draft.of(new Letter(mail.to(), mail.subject(), mail.body(), with), filled.complainant().email());
  }

  private static FormFill.Mail mail(FillForm.Filled filled) {
    if (filled.fill().mail() == null) {
      throw new Refused(Errors.NOT_FOUND);
    }
    return filled.fill().mail();
  }

  /** The last mail of a part of one of the caller's complaints, or {@code null}. */
  public SentNotice last(FillForm.Filled filled) {
    return database.read(handle -> SentNotice.last(handle, filled.fill().complaint(), filled.fill().part()));
  }
}
