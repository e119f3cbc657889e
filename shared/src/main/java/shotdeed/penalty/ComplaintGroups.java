package shotdeed.penalty;

import java.util.ArrayList;
import java.util.List;

/**
 * Complaints that count as one: those that are alike in the policy's key within its hours after the first of them, and
 * where the policy says so those of one calendar day. The window does not slide, so what comes later than that starts a
 * group of its own.
 */
final class ComplaintGroups {
  private static final int SECONDS_PER_HOUR = 3600;
  private static final int SECONDS_PER_DAY = 24 * SECONDS_PER_HOUR;

  private final MergeWindow window;
  private final CivilTime time;
  private final boolean firstOfAll;
  private final boolean sameHolder;
  private final boolean sameRight;
  private final List<Group> groups = new ArrayList<>();

  /** The complaints that count as one; it belongs to the time of its first. */
  static final class Group {
    final Complaint first;
    /** Whether it is the shop's first, of the year or of all. */
    final boolean leads;
    boolean extreme;
    int members = 1;
    /** What the marketplace told of its members; empty if it told nothing. */
    final List<Complaint.Told> told = new ArrayList<>();
    /** The time that it counts at: the earliest of its members'. */
    long countsAt;

    Group(Complaint first, boolean leads) {
      this.first = first;
      this.leads = leads;
      this.extreme = first.extreme();
      this.countsAt = first.countsAt();
      tell(first.told());
    }

    private void join(Complaint complaint) {
      members++;
      extreme |= complaint.extreme();
      countsAt = Math.min(countsAt, complaint.countsAt());
      tell(complaint.told());
    }

    private void tell(Complaint.Told points) {
      if (points != null) {
        told.add(points);
      }
    }
  }

  /**
   * @param firstOfAll whether a shop has one first complaint for all years, not one of each
   */
  ComplaintGroups(MergeWindow window, CivilTime time, boolean firstOfAll, List<Complaint> complaints) {
    this.window = window;
    this.time = time;
    this.firstOfAll = firstOfAll;
    this.sameHolder = window.key().contains("holder");
    this.sameRight = window.key().contains("right");
    List<Complaint> inOrder = new ArrayList<>(complaints);
    inOrder.sort((a, b) -> Long.compare(a.at(), b.at()));
    for (Complaint complaint : inOrder) {
      Group group = groupOf(complaint);
      if (group == null) {
        groups.add(new Group(complaint, leads(complaint)));
      } else {
        group.join(complaint);
      }
    }
  }

  private boolean leads(Complaint complaint) {
    if (groups.isEmpty()) {
      return true;
    }
    long before = groups.get(groups.size() - 1).countsAt;
    return !firstOfAll && time.year(before) != time.year(complaint.countsAt());
  }

  /** In order of time. */
  List<Group> groups() {
    return groups;
  }

  /** The group that a complaint, not earlier than any here, joins; {@code null} if none. */
  Group groupOf(Complaint complaint) {
    long longest = (long) window.hours() * SECONDS_PER_HOUR;
    if (window.dayRule() != null) {
      longest = Math.max(longest, SECONDS_PER_DAY);
    }
    for (int i = groups.size() - 1; i >= 0; i--) {
      Group group = groups.get(i);
      if (complaint.at() - group.first.at() > longest) {
        return null; // groups are in order of time, so all others began still earlier
      }
      if (alike(group.first, complaint) && (isInWindow(group, complaint) || isOfDay(group, complaint))) {
        return group;
      }
    }
    return null;
  }

  /** The id of the rule by which a complaint joins a group. */
  String ruleOf(Group group, Complaint complaint) {
    return isInWindow(group, complaint) ? window.rule() : window.dayRule();
  }

  private boolean alike(Complaint first, Complaint complaint) {
    return (!sameHolder || first.holder().equals(complaint.holder()))
        && (!sameRight || first.right().equals(complaint.right()));
  }

  private boolean isInWindow(Group group, Complaint complaint) {
    return (group.leads || !window.firstOnly())
        && complaint.at() - group.first.at() <= (long) window.hours() * SECONDS_PER_HOUR;
  }

  private boolean isOfDay(Group group, Complaint complaint) {
    return window.dayRule() != null && time.day(group.first.at()).equals(time.day(complaint.at()));
  }
}
