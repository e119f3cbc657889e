package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;

/**
 * The hits that the pictures of a page show, by address; a picture wears the badge of the first. One that stands in the cards of
 * several items wears at each place the badge of that item's, if it has any: one seller's own picture is another's copy.
 */
final class PageBadges {
  /** Of the page and of the frames in it: each knows the pictures that it shows. */
  private final List<Messages.Port> ports = new ArrayList<>();

  private final PageNames names;
  private final PageItems items;
  private final Map<String, List<Worn>> worn = new HashMap<>();

  /** @param of the name of the listing that it was found on */
  private record Worn(String hit, String of, int certificate, Json words) {
    static Worn of(Hit hit) {
      return new Worn(hit.id(), HitName.listing(hit.report().listing()), hit.report().certificate(), BadgeWords.of(hit));
    }
  }

  PageBadges(Messages.Port port, PageNames names, PageItems items) {
    this.names = names;
    this.items = items;
    ports.add(port);
  }

  void join(Messages.Port frame) {
    ports.add(frame);
  }

  void leave(Messages.Port frame) {
    ports.remove(frame);
  }

  /** Tells the page and its frames. */
  void tell(Json message) {
    for (Messages.Port port : ports) {
      port.send(message);
    }
  }

  /** No picture shows a hit any more. */
  void clear() {
    worn.clear();
  }

  /** Whether a picture shows a hit. */
  boolean isOn(String url) {
    return worn.containsKey(names.first(url));
  }

  /** Addresses of the pictures that show a hit. */
  List<String> pictures() {
    return new ArrayList<>(worn.keySet());
  }

  /** The hit on one of these pictures that is of a certificate; the empty text if there is none. */
  String hitOn(List<String> urls, int certificate) {
    for (String url : urls) {
      for (Worn on : worn.getOrDefault(names.first(url), List.of())) {
        if (on.certificate() == certificate) {
          return on.hit();
        }
      }
    }
    return "";
  }

  /** A picture shows a hit. The page is told by {@link #update}. */
  void add(String url, Hit hit) {
    List<Worn> on = worn.computeIfAbsent(names.first(url), key -> new ArrayList<>());
    if (indexOf(on, hit) < 0) {
      on.add(Worn.of(hit));
    }
  }

  /** Brings the badges of a hit up to date, or takes them off if it stands no more; the page is told if it is open. */
  void update(Hit hit, boolean open) {
    for (String url : new ArrayList<>(worn.keySet())) {
      List<Worn> on = worn.get(url);
      int i = indexOf(on, hit);
      if (i < 0) {
        continue;
      }
      on.remove(i);
      if (hit.isStanding()) {
        on.add(i, Worn.of(hit));
      } else if (on.isEmpty()) {
        worn.remove(url);
      }
      if (open) {
        send(url);
      }
    }
  }

  /** Tells the page what a picture wears, which may be nothing. */
  void send(String url) {
    List<Worn> on = worn.getOrDefault(url, List.of());
    Map<String, String> apart = items.apart(url);
    Json words = words(apart.containsKey("") ? at("", on, apart) : on);
    for (String link : apart.keySet()) {
      words.put(link, words(at(link, on, apart)));
    }
    words.put("type", "verdict");
    for (String name : names.all(url)) {
      tell(words.put("url", name));
    }
  }

  /** The hits of the item that a link leads to; without one, of what none of the links leads to: the page's own. */
  private static List<Worn> at(String link, List<Worn> on, Map<String, String> apart) {
    String item = apart.get(link);
    List<Worn> here = new ArrayList<>();
    for (Worn one : on) {
      if (item.isEmpty() ? !apart.containsValue(one.of()) : one.of().equals(item)) {
        here.add(one);
      }
    }
    return here;
  }

  private static Json words(List<Worn> on) {
    return on.isEmpty()
        ? Json.object().put("hit", "")
        : on.get(0).words().only("text", "hint", "look").put("hit", on.get(0).hit());
  }

  private static int indexOf(List<Worn> on, Hit hit) {
    for (int i = 0; i < on.size(); i++) {
      if (on.get(i).hit().equals(hit.id())) {
        return i;
      }
    }
    return -1;
  }
}
