package shotdeed.server.certify;

import java.util.EnumSet;
import java.util.Set;
import shotdeed.model.CertificateState;
import shotdeed.model.Grade;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** Every step a certificate can take after its first review, and from where. */
public enum Step {
  APPROVE(CertificateState.CERTIFIED, CertificateState.FIRST_PASSED),
  REGISTER(CertificateState.REGISTERED, CertificateState.FIRST_PASSED),
  REJECT(CertificateState.REJECTED, CertificateState.FIRST_PASSED),
  MONITOR(CertificateState.MONITORED, CertificateState.CERTIFIED, CertificateState.REGISTERED),
  PAUSE(CertificateState.PAUSED, CertificateState.MONITORED),
  RESUME(CertificateState.MONITORED, CertificateState.PAUSED),
  RETIRE(
      CertificateState.RETIRED,
      CertificateState.CERTIFIED,
      CertificateState.REGISTERED,
      CertificateState.MONITORED,
      CertificateState.PAUSED),
  /** The original leaked: it proves nothing any more. */
  VOID(
      CertificateState.VOIDED,
      CertificateState.CERTIFIED,
      CertificateState.REGISTERED,
      CertificateState.MONITORED,
      CertificateState.PAUSED,
      CertificateState.RETIRED),
  /** A reviewer takes a decision back that nothing has followed yet. */
  UNDO_REVIEW(
      CertificateState.FIRST_PASSED,
      CertificateState.CERTIFIED,
      CertificateState.REGISTERED,
      CertificateState.REJECTED),
  CONTEST(
      CertificateState.CONTESTED,
      CertificateState.FIRST_PASSED,
      CertificateState.CERTIFIED,
      CertificateState.REGISTERED,
      CertificateState.MONITORED,
      CertificateState.PAUSED),
  REVOKE(CertificateState.REVOKED, CertificateState.CONTESTED),
  /** A decided dispute is looked at once more. */
  CONTEST_AGAIN(CertificateState.CONTESTED, CertificateState.REVOKED);

  private final CertificateState to;
  private final Set<CertificateState> from;

  Step(CertificateState to, CertificateState first, CertificateState... more) {
    this.to = to;
    this.from = EnumSet.of(first, more);
  }

  /** The step of an approval: it depends on what the owner stated about publication. */
  public static Step approving(Grade grade) {
    return grade == Grade.CERTIFIED_BEFORE_PUBLICATION ? APPROVE : REGISTER;
  }

  /** Whether the step makes a certificate in force. */
  boolean approves() {
    return this == APPROVE || this == REGISTER;
  }

  /** Where the step leads. */
  public CertificateState to() {
    return to;
  }

  /** Whether the step can be taken from there. */
  public boolean possibleFrom(CertificateState state) {
    return from.contains(state);
  }

  /**
   * Where the step leads from a state.
   *
   * @throws Refused if it cannot be taken from there
   */
  public CertificateState from(CertificateState state) {
    if (!possibleFrom(state)) {
      throw new Refused(Errors.WRONG_STATE, state.text()).with("state", state.text());
    }
    return to;
  }
}
