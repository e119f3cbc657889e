package shotdeed.extension.rig;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shotdeed.extension.site.Sites;

/** A seller's browser that watches marketplaces, whose hosts all are one site of literals; six photographs are certified. */
public final class MarketRig extends MarketBrowser {
  /**
   * A stolen picture, as the server has it.
   *
   * @param from the address that its bytes came from
   */
  public record Copy(
      String pageUrl, String listingId, String title, String shopId, String shopName, String role, int position, String from) {
    /** All but the title and the address of the page, with the part of the picture's address that is the same for all sizes. */
    public String line(String... pictures) {
      String name = Stream.of(pictures).filter(from::contains).findFirst().orElse(from);
      return String.join(" ", listingId, shopId, shopName, role, String.valueOf(position), name);
    }
  }

  /** What a page that is open shows. */
  public record Opened(List<Copy> copies, List<String> badges) {}

  /** @param hosts that lead to the site, such as {@code *.amazon.com} */
  public MarketRig(Path folder, String... hosts) {
    this(folder, Site.secure(), hosts);
  }

  private MarketRig(Path folder, Site site, String... hosts) {
    super(
        folder,
        site,
        "--ignore-certificate-errors",
        "--host-resolver-rules="
            + Stream.of(hosts).map(host -> "MAP " + host + ":443 127.0.0.1:" + site.port()).collect(Collectors.joining(",")));
  }

  /** Watches a marketplace, by the name under which the options page lists it. */
  public void watch(String name, String listed) {
    for (shotdeed.extension.site.Site known : Sites.known()) {
      if (known.name().equals(name)) {
        browser().willGrant(Stream.concat(known.pages().stream(), known.pictures().stream()).toArray(String[]::new));
      }
    }
    watchListed(listed);
  }

  /** Adds sites of the user's own choice; a server of pictures that stands elsewhere is one more. */
  public void add(String... origins) {
    for (String origin : origins) {
      browser().willGrant(origin + "/*");
      browser().watch(origin, "other");
    }
  }

  /** Serves a page of the tests' own. */
  public void page(String path, String file) {
    serve(path, file);
  }

  /** Serves a page that a test writes. */
  public void html(String path, String html) {
    literal(path, html);
  }

  /** Serves a photograph, at a size that is large enough to be known, under each of these paths. */
  public void photograph(String photograph, String... paths) {
    photograph(photograph, List.of(paths));
  }

  /** Opens a page; returns once so many copies more are known to the server, so many pictures wear badges, or 20 s passed. */
  public Opened open(String address, int copies, int badges) {
    List<String> before = sightings().stream().map(s -> s.get("id").asText()).toList();
    try (Page page = browser().newPage()) {
      page.navigate(address);
      List<Copy> found = copies(before);
      for (long end = System.nanoTime() + 20_000_000_000L; found.size() < copies && System.nanoTime() < end; ) {
        found = copies(before);
      }
      List<String> worn = badges == 0 ? List.of() : BadgeReader.waitFor(page, badges);
      browser().waitUntilChecked(page.url());
      return new Opened(copies(before), worn);
    }
  }

  /** Stolen pictures that the server knows beyond these. */
  private List<Copy> copies(List<String> before) {
    List<Copy> copies = new ArrayList<>();
    for (JsonNode s : sightings()) {
      if (!before.contains(s.get("id").asText())) {
        copies.add(
            new Copy(
                s.at("/listing/pageUrl").asText(),
                s.at("/listing/listingId").asText(),
                s.at("/listing/title").asText(),
                s.at("/listing/shopId").asText(),
                s.at("/listing/shopName").asText(),
                s.at("/picture/role").asText(),
                s.at("/picture/position").asInt(),
                s.at("/picture/fetchedUrl").asText()));
      }
    }
    return copies;
  }
}
