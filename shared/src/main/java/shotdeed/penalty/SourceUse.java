package shotdeed.penalty;

import java.util.ArrayList;
import java.util.List;

/** Collects which sources an answer rests on. */
final class SourceUse {
  /** From the weakest. */
  private static final String CONFIDENCES = "LMH";

  private final PenaltyPolicy policy;
  private final List<String> subjects = new ArrayList<>();
  private final List<Basis> bases = new ArrayList<>();

  SourceUse(PenaltyPolicy policy) {
    this.policy = policy;
  }

  void add(String subject, Basis basis) {
    if (!subjects.contains(subject)) {
      subjects.add(subject);
      bases.add(basis);
    }
  }

  /** Ids of what was used. */
  List<String> subjects() {
    return subjects;
  }

  /** In the order of the policy's list. */
  List<Forecast.UsedSource> used() {
    List<Forecast.UsedSource> used = new ArrayList<>();
    for (Source source : policy.sources()) {
      List<String> supports = new ArrayList<>();
      int weakest = CONFIDENCES.length();
      for (int i = 0; i < bases.size(); i++) {
        if (bases.get(i).sources().contains(source.id())) {
          supports.add(subjects.get(i));
          weakest = Math.min(weakest, CONFIDENCES.indexOf(bases.get(i).confidence()));
        }
      }
      if (!supports.isEmpty()) {
        used.add(
            new Forecast.UsedSource(
                source.id(),
                source.name(),
                source.url(),
                source.read(),
                CONFIDENCES.substring(weakest, weakest + 1),
                source.date(),
                supports));
      }
    }
    return used;
  }
}
