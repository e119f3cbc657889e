package shotdeed.server;

import java.time.InstantSource;
import shotdeed.server.console.Desk;
import shotdeed.server.console.WebhookPages;
import shotdeed.server.people.ReportRecipients;
import shotdeed.server.platform.AddressFilter;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.PrivateTargets;
import shotdeed.server.webhook.ManageWebhooks;
import shotdeed.server.webhook.ReadWebhooks;
import shotdeed.server.webhook.Webhooks;

/** The ways in which sellers are told of what happened: webhooks, and the people whom the daily report is mailed to. */
public final class Deliveries implements AutoCloseable {
  private final Webhooks webhooks;
  private final ManageWebhooks manage;
  private final ReadWebhooks read;
  private final ReportRecipients recipients;

  Deliveries(PrivateTargets privateTargets, Database database, InstantSource clock) {
    AddressFilter filter = new AddressFilter(privateTargets);
    webhooks = new Webhooks(filter, database, clock);
    manage = new ManageWebhooks(database, filter, webhooks, clock);
    read = new ReadWebhooks(database, clock);
    recipients = new ReportRecipients(database, clock);
  }

  /** Events for sellers' own programs. */
  public Webhooks webhooks() {
    return webhooks;
  }

  /** The targets that owners name. */
  public ManageWebhooks manage() {
    return manage;
  }

  /** The targets, and what became of what was sent. */
  public ReadWebhooks read() {
    return read;
  }

  /** Whom the daily report is mailed to. */
  public ReportRecipients recipients() {
    return recipients;
  }

  WebhookPages pages(Desk desk) {
    return new WebhookPages(desk, manage, read);
  }

  /** Goes on with what an earlier run left. */
  void start() {
    webhooks.start();
  }

  @Override
  public void close() {
    webhooks.close();
  }
}
