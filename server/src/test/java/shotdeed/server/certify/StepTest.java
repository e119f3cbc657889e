package shotdeed.server.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shotdeed.model.CertificateState;

class StepTest {
  @Test
  void these_steps_are_possible_and_no_others() {
    List<String> possible = new ArrayList<>();
    for (CertificateState state : CertificateState.values()) {
      for (Step step : Step.values()) {
        if (step.possibleFrom(state)) {
          possible.add(state.text() + " -" + step + "-> " + step.from(state).text());
        }
      }
    }
    assertThat(possible)
        .containsExactly(
            "first-passed -APPROVE-> certified",
            "first-passed -REGISTER-> registered",
            "first-passed -REJECT-> rejected",
            "first-passed -CONTEST-> contested",
            "rejected -UNDO_REVIEW-> first-passed",
            "certified -MONITOR-> monitored",
            "certified -RETIRE-> retired",
            "certified -VOID-> voided",
            "certified -UNDO_REVIEW-> first-passed",
            "certified -CONTEST-> contested",
            "registered -MONITOR-> monitored",
            "registered -RETIRE-> retired",
            "registered -VOID-> voided",
            "registered -UNDO_REVIEW-> first-passed",
            "registered -CONTEST-> contested",
            "monitored -PAUSE-> paused",
            "monitored -RETIRE-> retired",
            "monitored -VOID-> voided",
            "monitored -CONTEST-> contested",
            "paused -RESUME-> monitored",
            "paused -RETIRE-> retired",
            "paused -VOID-> voided",
            "paused -CONTEST-> contested",
            "retired -VOID-> voided",
            "contested -REVOKE-> revoked",
            "revoked -CONTEST_AGAIN-> contested");
  }

  @Test
  void an_impossible_step_names_the_state() {
    assertThatThrownBy(() -> Step.MONITOR.from(CertificateState.FIRST_PASSED)).hasMessage("wrong-state [first-passed]");
  }
}
