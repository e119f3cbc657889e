package shotdeed.penalty;

import java.util.ArrayList;
import java.util.List;

/**
 * Complaints that count as one: those of one holder about one right within the policy's hours after the first of them.
 * The window does not slide, so what comes later than that starts a group of its own.
 */
final class ComplaintGroups {
  private static final int SECONDS_PER_HOUR = 3600;

  private final MergeWindow window;
  private final List<Group> groups = new ArrayList<>();

  /** The complaints that count as one; it belongs to the time of its first. */
  static final class Group {
    final Complaint first;
    boolean extreme;
    int members = 1;

    Group(Complaint first) {
      this.first = first;
      this.extreme = first.extreme();
    }
  }

  ComplaintGroups(MergeWindow window, List<Complaint> complaints) {
    this.window = window;
    List<Complaint> inOrder = new ArrayList<>(complaints);
    inOrder.sort((a, b) -> Long.compare(a.at(), b.at()));
    for (Complaint complaint : inOrder) {
      Group group = groupOf(complaint);
      if (group == null) {
        groups.add(new Group(complaint));
      } else {
        group.members++;
        group.extreme |= complaint.extreme();
      }
    }
  }

  /** In order of time. */
  List<Group> groups() {
    return groups;
  }

  /** The group that a complaint, not earlier than any here, joins; {@code null} if none. */
  Group groupOf(Complaint complaint) {
    for (int i = groups.size() - 1; i >= 0; i--) {
      Complaint first = groups.get(i).first;
      if (complaint.at() - first.at() > (long) window.hours() * SECONDS_PER_HOUR) {
        return null; // groups are in order of time, so all others began still earlier
      }
      if (first.holder().equals(complaint.holder()) && first.right().equals(complaint.right())) {
        return groups.get(i);
      }
    }
    return null;
  }
}
