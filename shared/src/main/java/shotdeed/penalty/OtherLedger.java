package shotdeed.penalty;

/**
 * A ledger that no complaint about pictures touches.
 *
 * @param keepFrom from so many points on it is not cleared whole
 * @param carries points that are taken into the next year then
 */
public record OtherLedger(String id, Text name, int keepFrom, int carries, Basis basis) {}
