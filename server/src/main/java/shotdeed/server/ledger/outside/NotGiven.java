package shotdeed.server.ledger.outside;

/** An authority or a witness that gave nothing that holds. */
final class NotGiven extends Exception {
  private final OutsideFault fault;
  private final String detail;

  NotGiven(OutsideFault fault, String detail) {
    super(fault + " " + detail, null, false, false);
    this.fault = fault;
    this.detail = detail;
  }

  OutsideFault fault() {
    return fault;
  }

  /** What was answered or found, for whoever runs the server; may be empty. */
  String detail() {
    return detail;
  }
}
