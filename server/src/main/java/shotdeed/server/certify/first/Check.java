package shotdeed.server.certify.first;

/** Looks for one thing. */
interface Check {
  /** What it saw, or {@code null}. */
  Remark look(Seen seen);
}
