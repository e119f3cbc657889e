package shotdeed.server.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;

/**
 * The menu, one line an entry. An entry's words stand under {@code menu.NAME}, and a page says by the same name where in
 * the menu it belongs.
 */
public final class Menu {
  private static final Predicate<Caller> EVERYBODY = caller -> true;

  /** Who has a shop here: a reviewer of the server alone certifies nothing. */
  private static final Predicate<Caller> TEAM = Menu::sells;

  private static final List<Line> LINES = List.of(
      new Line("seller", "overview", "/", EVERYBODY),
      new Line("seller", "certificates", "/certificates", TEAM),
      new Line("seller", "upload", "/upload", TEAM),
      new Line("seller", "monitor", "/monitor", TEAM),
      new Line("seller", "triage", "/triage", TEAM),
      new Line("seller", "sightings", "/sightings", TEAM),
      new Line("seller", "reports", "/reports", TEAM),
      new Line("seller", "dashboard", "/dashboard", TEAM),
      new Line("seller", "complaints", "/complaints", TEAM),
      new Line("seller", "shops", "/shops", TEAM),
      new Line("seller", "accused", "/accused", TEAM),
      new Line("seller", "licences", "/licences", TEAM),
      new Line("seller", "watch-list", "/watch-list", TEAM),
      new Line("server", "reviews", "/reviews", Caller::reviews),
      new Line("server", "disputes", "/disputes", Caller::reviews),
      new Line("server", "categories", "/categories", Caller::administers),
      new Line("server", "policies", "/policies", Caller::administers),
      new Line("server", "sellers", "/sellers", Caller::administers),
      new Line("server", "staff", "/staff", Caller::administers),
      new Line("server", "mail", "/mail", Caller::administers),
      new Line("account", "browsers", "/browsers", TEAM),
      new Line("account", "webhooks", "/webhooks", TEAM),
      new Line("account", "team", "/team", EVERYBODY),
      new Line("account", "lesson", "/lesson", EVERYBODY),
      new Line("account", "audit", "/audit", caller -> caller.owns() || caller.administers()),
      new Line("account", "account", "/account", EVERYBODY));

  private record Line(String group, String name, String address, Predicate<Caller> seenBy) {}

  private Menu() {}

  /** Whether somebody belongs to a seller's team, and so has photographs to certify. */
  public static boolean sells(Caller caller) {
    return caller.roles().contains(Role.OWNER) || caller.roles().contains(Role.MEMBER);
  }

  /** One page of the menu. */
  public record Entry(String name, String address) {}

  /**
   * Entries that belong together.
   *
   * @param name its words stand under {@code menu.group.NAME}
   * @param entries at least one
   */
  public record Group(String name, List<Entry> entries) {}

  /** What a person sees of it. */
  public static List<Group> of(Caller caller) {
    List<Group> groups = new ArrayList<>();
    for (Line line : LINES) {
      if (!line.seenBy().test(caller)) {
        continue;
      }
      if (groups.isEmpty() || !groups.get(groups.size() - 1).name().equals(line.group())) {
        groups.add(new Group(line.group(), new ArrayList<>()));
      }
      groups.get(groups.size() - 1).entries().add(new Entry(line.name(), line.address()));
    }
    return groups;
  }
}
