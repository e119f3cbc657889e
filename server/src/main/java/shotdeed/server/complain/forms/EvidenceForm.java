package shotdeed.server.complain.forms;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import shotdeed.server.platform.Language;

/**
 * What one marketplace's form for complaints takes, as data.
 *
 * @param id stable; words under {@code proof.market.ID}
 * @param version of the data, a day
 * @param markets which complaints it is for, by the market that the browser named
 * @param hosts and by the site, with all below it
 * @param language that those who decide there read, BCP 47
 * @param entry where it stands: an address, or in words
 * @param links listings that one complaint takes
 * @param slots its places for files, in the form's order
 * @param text what is written into it
 */
public record EvidenceForm(
    String id,
    String version,
    List<String> markets,
    List<String> hosts,
    String language,
    String entry,
    Figure<Integer> links,
    List<Slot> slots,
    FormText text) {
  /**
   * A place for files.
   *
   * @param name by language
   * @param takes what it wants, by {@link Kind#text}, the most wanted first
   * @param least files it takes to be complete; originals and series: of each photograph. 0 for none
   * @param types media types
   * @param minBytes smallest file
   * @param maxBytes largest file
   * @param count files at most
   * @param unedited whether originals and series must be as the camera wrote them
   * @param unlikeOriginal whether series must be other pictures than the original
   */
  public record Slot(
      String id,
      Map<String, String> name,
      List<String> takes,
      Figure<Integer> least,
      Figure<List<String>> types,
      Figure<Long> minBytes,
      Figure<Long> maxBytes,
      Figure<Integer> count,
      Figure<Boolean> unedited,
      Figure<Boolean> unlikeOriginal) {
    /** What it is called in a language. */
    public String name(Language in) {
      return name.get(in.tag());
    }

    /** Its file types as people name them, such as {@code JPG, PNG}. */
    public String endings() {
      return types.value().stream()
          .map(type -> FileNames.ending(type).toUpperCase(java.util.Locale.ROOT))
          .collect(Collectors.joining(", "));
    }

    /** The largest file, such as {@code 5 MB}. */
    public String largest() {
      return FileChecks.limit(maxBytes.value());
    }

    /** The smallest file, such as {@code 200 KB}. */
    public String smallest() {
      return FileChecks.limit(minBytes.value());
    }

    /** Whether a source states all of its limits; that there is no smallest file need not be said. */
    public boolean stated() {
      return types.stated() && maxBytes.stated() && count.stated();
    }

    /** What it goes by, by name. */
    public Map<String, Figure<?>> figures() {
      Map<String, Figure<?>> figures = new LinkedHashMap<>();
      figures.put("types", types);
      figures.put("max", maxBytes);
      figures.put("min", minBytes);
      figures.put("count", count);
      figures.put("least", least);
      if (unedited.stated()) {
        figures.put("unedited", unedited);
      }
      if (unlikeOriginal.stated()) {
        figures.put("unlike", unlikeOriginal);
      }
      return figures;
    }

    /** A value of {@link #figures} for people; empty for none, and for rules, which are their name. */
    public String said(String figure) {
      return switch (figure) {
        case "types" -> endings();
        case "max" -> largest();
        case "min" -> minBytes.value() == 0 ? "" : smallest();
        case "count" -> String.valueOf(count.value());
        case "unedited", "unlike" -> "";
        default -> least.value() == 0 ? "" : String.valueOf(least.value());
      };
    }

    /** What it wants, the most wanted first. */
    public List<Kind> kinds() {
      return takes.stream().map(Kind::of).toList();
    }
  }

  /** Whether a complaint about listings of this market and site is lodged here. */
  boolean isFor(String market, String site) {
    return markets.contains(market) || hosts.stream().anyMatch(host -> site.equals(host) || site.endsWith("." + host));
  }

  /**
   * Where the form for listings of a site stands; {@code null} if it is no address on the web.
   *
   * @param site host of the listings
   */
  public String entryFor(String site) {
    if (text.entryAt() == null) {
      return onTheWeb() ? entry : null;
    }
    return hosts.stream()
        .filter(host -> site.equals(host) || site.endsWith("." + host))
        .findFirst()
        .map(host -> text.entryAt().value().replace("{host}", host))
        .orElse(entry);
  }

  /** The only names of hosts on which the form for listings of a site may be filled in. */
  public List<String> hostsFor(String site) {
    return text.entryAt() == null ? text.hosts().value() : List.of(URI.create(entryFor(site)).getHost());
  }

  /** The language that those who decide there read. */
  public Language reads() {
    return Language.of(language);
  }

  /** Whether the entry is an address on the web. */
  public boolean onTheWeb() {
    return entry.startsWith("https://");
  }
}
