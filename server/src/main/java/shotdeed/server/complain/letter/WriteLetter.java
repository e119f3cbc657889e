package shotdeed.server.complain.letter;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.account.SellerZone;
import shotdeed.server.account.Standing;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.second.WorkingCalendar;
import shotdeed.server.complain.batch.Copy;
import shotdeed.server.complain.batch.Group;
import shotdeed.server.complain.batch.ReadShop;
import shotdeed.server.monitor.FindingStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Texts;

/**
 * Composes a letter and puts it on record. The server sends nothing to a shop: the person copies the letter into the
 * marketplace's messages, and what was recorded is what was sent.
 */
public final class WriteLetter {
  public static final int MAX_SUBJECT = 200;

  /** Characters of what can be edited. */
  public static final int MAX_TEXT = 4000;

  /** Findings of one letter. */
  public static final int MAX_FINDINGS = 300;

  private final Database database;
  private final LetterDays days;
  private final Supplier<WorkingCalendar> calendar;
  private final InstantSource clock;

  public WriteLetter(Database database, LetterDays days, Supplier<WorkingCalendar> calendar, InstantSource clock) {
    this.database = database;
    this.days = days;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * What a letter is to be about.
   *
   * @param key the form's own, so that a press repeated is one letter
   * @param findings numbers of findings of one shop
   * @param due as the person stated it; empty for the day that is offered
   */
  public record Wanted(String key, String shopKey, Set<Integer> findings, Language language, String due) {}

  /**
   * A letter's words.
   *
   * @param text what can be edited
   * @param list what it is about; not to be edited
   * @param lastDay that can be chosen
   */
  public record Text(String subject, String text, String list, LocalDate due, LocalDate lastDay, int listings) {
    /** As it is sent. */
    public String whole() {
      return text + "\n\n" + list;
    }
  }

  /** The letter as it is offered. */
  public Text compose(Caller caller, Wanted wanted) {
    caller.requireTeam();
    return database.read(handle -> {
      List<Group> groups = groups(handle, caller, wanted);
      Texts texts = Texts.in(wanted.language());
      LocalDate today = today(handle, caller);
      LocalDate due = wanted.due().isEmpty()
          ? days.offered(today, calendar.get())
          : days.chosen(wanted.due(), today);
      Copy first = groups.get(0).first();
      return new Text(
          ComposeLetter.subject(texts, first),
          ComposeLetter.text(texts, caller, first, groups.size(), due),
          ComposeLetter.list(handle, texts, caller, groups, SellerZone.of(handle, caller.seller())),
          due,
          today.plusDays(days.mostDays().value()),
          groups.size());
    });
  }

  private static List<Group> groups(Handle handle, Caller caller, Wanted wanted) {
    Fields.list("ticked", List.copyOf(wanted.findings()), 1, MAX_FINDINGS);
    List<Group> groups = ReadShop.ticked(handle, caller, wanted.shopKey(), wanted.findings());
    if (groups.isEmpty()) {
      throw new Refused(Errors.NOT_FOUND);
    }
    long fit = groups.stream().mapToLong(group -> group.fit().size()).sum();
    if (fit < wanted.findings().size()) {
      throw new Refused(Errors.LETTER_CHANGED, wanted.findings().size() - fit);
    }
    return groups;
  }

  private LocalDate today(Handle handle, Caller caller) {
    return LocalDate.ofInstant(clock.instant(), SellerZone.of(handle, caller.seller()));
  }

  /**
   * Puts a letter on record; its findings are asked for from now on.
   *
   * @param subject as the person left it
   * @param text as the person left it
   * @return its number; recorded again with the same key, the same
   * @throws Refused also if it quotes points or speaks of money, or if a finding was decided about meanwhile
   */
  public int record(Caller caller, Wanted wanted, String subject, String text) {
    caller.requireTeam();
    Fields.key("key", wanted.key());
    String line = Fields.whole("subject", subject, MAX_SUBJECT);
    String words = lines(text);
    if (words.isEmpty() || words.length() > MAX_TEXT) {
      throw Fields.invalid("text", "a text of at most " + MAX_TEXT + " characters");
    }
    List<String> forbidden = LetterCheck.forbidden(line + "\n" + words);
    if (!forbidden.isEmpty()) {
      throw new Refused(Errors.LETTER_WORDS, String.join(" · ", forbidden));
    }
    return database.write(handle -> {
      int known = LetterStore.ofKey(handle, caller.seller(), wanted.key());
      return known != 0 ? known : put(handle, caller, wanted, line, words);
    });
  }

  private int put(Handle handle, Caller caller, Wanted wanted, String subject, String words) {
    Standing.requireActive(handle, caller.seller());
    List<Group> groups = groups(handle, caller, wanted);
    Texts texts = Texts.in(wanted.language());
    LocalDate today = today(handle, caller);
    LocalDate due = days.chosen(wanted.due(), today);
    String list = ComposeLetter.list(handle, texts, caller, groups, SellerZone.of(handle, caller.seller()));
    Text text = new Text(subject, words, list, due, today, groups.size());
    Instant now = clock.instant();
    int id = LetterStore.insert(handle, caller, wanted, text, groups.get(0).first(), today, now);
    for (Group group : groups) {
      for (Copy copy : group.fit()) {
        FindingStore.setState(handle, copy.finding(), SightingState.RECTIFY_REQUESTED, null, 0);
        int revision = FindingStore.ofSeller(handle, caller.seller(), copy.finding()).revision();
        LetterStore.insertFinding(handle, id, copy, revision);
      }
    }
    Audit.did(handle, now, caller, "letter.record", "letter", id, due.toString());
    return id;
  }

  /** Plain text on several lines: each as any text of a page, and no more than one empty line between two. */
  private static String lines(String text) {
    StringBuilder lines = new StringBuilder();
    for (String line : (text == null ? "" : text).split("\r\n|\r|\n", -1)) {
      lines.append(PageText.line(line, MAX_TEXT + 1)).append('\n');
    }
    return lines.toString().strip().replaceAll("\n{3,}", "\n\n");
  }
}
