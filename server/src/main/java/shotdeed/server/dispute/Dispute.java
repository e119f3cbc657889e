package shotdeed.server.dispute;

import java.time.Instant;

/**
 * A dispute as stored.
 *
 * @param later number of the certificate whose entry opened it, that of {@code a} or of {@code b}
 * @param openedBy {@code match} if the machine noticed it, {@code claim} if a seller said so and a reviewer agreed to look
 * @param finding {@code same-file}, {@code copy} or, where the machine found nothing, {@code claimed}
 * @param agreement of the aligned pictures in ten-thousandths; 0 if they were not laid over each other
 * @param state {@code open}, {@code decided}, or {@code closed} when another dispute ended it
 */
public record Dispute(
    int id,
    int a,
    int b,
    int later,
    int opener,
    String openedBy,
    String finding,
    int agreement,
    String state,
    Instant openedAt) {
  /** A side's certificate. */
  public int certificate(Side side) {
    return side == Side.A ? a : b;
  }

  /** Whether somebody is to decide. */
  public boolean open() {
    return state.equals("open");
  }

  /** The side whose certificate came later. */
  public Side laterSide() {
    return later == a ? Side.A : Side.B;
  }
}
