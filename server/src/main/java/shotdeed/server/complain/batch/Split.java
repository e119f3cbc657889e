package shotdeed.server.complain.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.complain.PrepareComplaint;
import shotdeed.server.complain.forms.EvidenceForm;
import shotdeed.server.complain.forms.FormLibrary;

/** Into how many complaints listings are split, and by what: the marketplace's limit as its form's data has it. */
public final class Split {
  private Split() {}

  /**
   * Listings that are lodged with one form.
   *
   * @param form {@code null} if the marketplace's form is not known: then each listing has a complaint of its own
   * @param market of the first listing
   * @param site of the first listing
   * @param parts the sightings of each complaint, none of them empty
   */
  public record Share(EvidenceForm form, String market, String site, int listings, List<List<Copy>> parts) {
    /** Listings that one complaint takes. */
    public int limit() {
      return form == null ? 1 : form.links().value();
    }

    /** Whether one had to be split further, because a complaint seals only so many pictures. */
    public boolean crowded() {
      return parts.size() > (listings + limit() - 1) / limit();
    }
  }

  /**
   * Splits listings in their order.
   *
   * @param groups what is not fit in them is left out
   */
  public static List<Share> of(FormLibrary forms, List<Group> groups) {
    Map<String, List<Group>> byForm = new LinkedHashMap<>();
    for (Group group : groups) {
      if (!group.fit().isEmpty()) {
        EvidenceForm form = forms.pick(group.first().market(), group.first().site());
        String key = form == null ? "" : form.id();
        byForm.computeIfAbsent(key, name -> new ArrayList<>()).add(group);
      }
    }
    List<Share> shares = new ArrayList<>();
    byForm.forEach((id, all) -> {
      EvidenceForm form = forms.byId(id);
      int limit = form == null ? 1 : form.links().value();
      Copy first = all.get(0).first();
      shares.add(new Share(form, first.market(), first.site(), all.size(), parts(all, limit)));
    });
    return shares;
  }

  private static List<List<Copy>> parts(List<Group> groups, int limit) {
    List<List<Copy>> parts = new ArrayList<>();
    List<Copy> part = new ArrayList<>();
    int listings = 0;
    for (Group group : groups) {
      List<Copy> fit = group.fit();
      if (listings == limit || !part.isEmpty() && part.size() + fit.size() > PrepareComplaint.MAX_SIGHTINGS) {
        parts.add(part);
        part = new ArrayList<>();
        listings = 0;
      }
      for (Copy copy : fit) {
        if (part.size() == PrepareComplaint.MAX_SIGHTINGS) {
          parts.add(part);
          part = new ArrayList<>();
        }
        part.add(copy);
      }
      listings++;
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }
}
