package shotdeed.extension.watch;

import java.util.List;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.scan.PageSession;
import shotdeed.extension.settings.Connection;

/** What the user asks of the watch list in the panel. */
public final class WatchChoices {
  private final WatchedPages list;
  private final List<PageSession> pages;
  private final Visits visits;
  private final Runnable changed;

  /** @param changed is told when the list has changed */
  public WatchChoices(WatchedPages list, List<PageSession> pages, Visits visits, Runnable changed) {
    this.list = list;
    this.pages = pages;
    this.visits = visits;
    this.changed = changed;
  }

  /** Answers a message of one of our own pages, if it is about this; returns whether it is. */
  public boolean answer(Json message, Messages.Reply reply) {
    String type = message.stringOr("type", "");
    if (!type.equals("watch") && !type.equals("unwatch")) {
      return false;
    }
    Tasks.start(() -> reply.send(Json.object().put("trouble", type.equals("watch") ? watch(message) : unwatch(message))));
    return true;
  }

  private String watch(Json message) {
    for (PageSession page : pages) {
      if (page.tab() == message.integer("tab") && page.listing() != null) {
        String trouble = done(connection -> list.add(connection, message.string("kind"), page.listing()));
        if (trouble.isEmpty()) {
          visits.again(page);
        }
        return trouble;
      }
    }
    return "watchNoPage";
  }

  private String unwatch(Json message) {
    return done(connection -> list.remove(connection, message.integer("entry")));
  }

  private interface Step {
    void take(Connection connection) throws Http.Unreachable, Connection.ServerRefused;
  }

  /** Returns the name of the words that say what went wrong; the empty text if nothing did. */
  private String done(Step step) {
    try {
      Connection connection = Connection.load();
      if (connection == null) {
        return "unpaired";
      }
      step.take(connection);
      changed.run();
      return "";
    } catch (Http.Unreachable e) {
      return "watchAway";
    } catch (Connection.ServerRefused e) {
      return e.problem().code().equals("watch-full") ? "watchFull" : "watchRefused";
    }
  }
}
