package shotdeed.server.report;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.mail.Attachment;
import shotdeed.server.mail.Letter;
import shotdeed.server.mail.MailKind;
import shotdeed.server.mail.Post;
import shotdeed.server.people.ReportRecipients;
import shotdeed.server.people.ReportRecipients.Recipient;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.Texts;
import shotdeed.server.platform.Times;
import shotdeed.server.webhook.Webhooks;

/**
 * Hands a daily report over: to the people whom an owner chose by mail, each in their own language, and to the seller's
 * webhooks. Mail, events and the note that it is done stand in the store together or not at all.
 */
public final class SendReport implements DailyReports.HandOver {
  private static final Logger LOG = LoggerFactory.getLogger(SendReport.class);

  /** The event's name. */
  public static final String EVENT = "report.ready";

  /** A report that could not be mailed for so long is read in the console. */
  private static final Duration OF_USE = Duration.ofDays(7);

  /** Lines that an event tells; the others are asked for under its address. */
  private static final int TOLD = 200;

  private final Database database;
  private final Post post;
  private final Webhooks webhooks;
  private final Papers papers;
  private final Origin origin;
  private final InstantSource clock;

  /** A report as files to be mailed. */
  public interface Papers {
    /** Files in a language, small enough for {@link Letter}; may be none. */
    List<Attachment> of(TheftReport report, Texts texts) throws IOException;
  }

  public SendReport(
      Database database, Post post, Webhooks webhooks, Papers papers, Origin origin, InstantSource clock) {
    this.database = database;
    this.post = post;
    this.webhooks = webhooks;
    this.papers = papers;
    this.origin = origin;
    this.clock = clock;
  }

  @Override
  public void run(TheftReport report) {
    List<Recipient> recipients = post.works()
        ? database.read(handle -> ReportRecipients.of(handle, report.seller()))
        : List.of();
    Map<Language, List<Attachment>> files = new HashMap<>();
    for (Recipient recipient : recipients) {
      Texts texts = texts(recipient);
      if (!files.containsKey(texts.language())) {
        files.put(texts.language(), files(report, texts));
      }
    }
    byte[] event = event(report);
    boolean handed = database.write(handle -> {
      if (ReportStore.ofSeller(handle, report.seller(), report.id()).handedAt() != null) {
        return false;
      }
      Instant now = clock.instant();
      for (Recipient recipient : recipients) {
        put(handle, report, recipient, files.get(texts(recipient).language()), now);
      }
      webhooks.put(handle, report.seller(), EVENT, String.valueOf(report.id()), event);
      ReportStore.handed(handle, report.id(), now);
      return true;
    });
    if (handed) {
      post.wake();
      webhooks.wake();
    }
  }

  /** What cannot be put on paper is told all the same. */
  private List<Attachment> files(TheftReport report, Texts texts) {
    try {
      return papers.of(report, texts);
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      LOG.warn("report {} could not be made a file; it is mailed without", report.id(), e);
      return List.of();
    }
  }

  private static Texts texts(Recipient recipient) {
    return Texts.in(Language.pick(recipient.language(), null));
  }

  private void put(Handle handle, TheftReport report, Recipient recipient, List<Attachment> files, Instant now) {
    Texts texts = texts(recipient);
    TheftReport.Counts counts = report.counts();
    String what = report.isEmpty()
        ? texts.get("report.none")
        : texts.get("report.counts", counts.fresh(), counts.findings(), counts.shops());
    String subject = texts.get("mail.report.subject", report.day().toString(), counts.fresh());
    String text =
        texts.get(
            "mail.report",
            recipient.name(),
            report.day().toString(),
            what,
            String.join("\n", LookedAt.sentences(LookedAt.of(report), texts)),
            address(report),
            texts.get("report.is"));
    Instant ends = now.plus(OF_USE);
    Letter whole = new Letter(recipient.email(), subject, text, files);
    if (!post.put(handle, whole, MailKind.REPORT, recipient.account(), ends) && !files.isEmpty()) {
      // Too many files wait already: the words alone may find room.
      Letter words = new Letter(recipient.email(), subject, text);
      post.put(handle, words, MailKind.REPORT, recipient.account(), ends);
    }
  }

  private String address(TheftReport report) {
    return origin.value() + "/reports/" + report.id();
  }

  /** What a webhook is told: the figures, and the first lines. */
  private byte[] event(TheftReport report) {
    List<ReportLine> lines = database.read(handle -> ReportStore.lines(handle, report.id(), 0, TOLD));
    byte[] body = event(report, lines);
    for (int most = lines.size() / 2; body.length > Webhooks.MAX_BODY; most /= 2) {
      body = event(report, lines.subList(0, most)); // titles and addresses may be long
    }
    return body;
  }

  private byte[] event(TheftReport report, List<ReportLine> lines) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("report", report.id());
    data.put("day", report.day().toString());
    data.put("zone", report.zone().getId());
    data.put("from", Times.text(report.from()));
    data.put("to", Times.text(report.to()));
    data.put("address", address(report));
    data.put("counts", report.counts());
    data.put("lines", lines.stream().map(this::told).toList());
    data.put("linesLeftOut", report.counts().findings() - lines.size());
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("type", EVENT);
    event.put("timestamp", Times.text(report.madeAt()));
    event.put("data", data);
    return Json.write(event);
  }

  private Map<String, Object> told(ReportLine line) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("finding", line.finding());
    told.put("new", line.fresh());
    told.put("certificate", line.certificate());
    told.put("market", line.listing().market());
    told.put("site", line.listing().site());
    told.put("shopId", line.listing().shopId());
    told.put("shopName", line.listing().shopName());
    told.put("listingId", line.listing().listingId());
    told.put("page", line.listing().pageUrl());
    told.put("places", line.places());
    told.put("seenAt", Times.text(line.seenAt()));
    told.put("address", origin.value() + "/sightings/" + line.sighting());
    return told;
  }
}
