package shotdeed.picture;

import java.util.List;

/** Picture servers that name their files by the same rule. */
final class Family {
  private final String name;
  private final List<String> domains;
  private final Rule rule;

  /** What a server's addresses have in common. */
  interface Rule {
    /** The same for all sizes of a picture; empty if an address is not built by this rule. */
    String key(PictureUrl url);

    /** Addresses of larger files, the best first; may be empty. */
    List<String> larger(PictureUrl url);
  }

  Family(String name, List<String> domains, Rule rule) {
    this.name = name;
    this.domains = domains;
    this.rule = rule;
  }

  /** Whether an address is of one of these servers. */
  boolean holds(PictureUrl url) {
    for (String domain : domains) {
      if (domain.startsWith("/") ? !url.host().isEmpty() && url.path().indexOf(domain) >= 0 : url.isUnder(domain)) {
        return true;
      }
    }
    return false;
  }

  String name() {
    return name;
  }

  Rule rule() {
    return rule;
  }
}
