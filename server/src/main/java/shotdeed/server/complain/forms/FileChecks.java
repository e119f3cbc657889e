package shotdeed.server.complain.forms;

import java.util.ArrayList;
import java.util.List;
import shotdeed.server.proof.Proof;
import shotdeed.server.proof.Readiness;

/** Holds a file against what a place of a form takes. A file that does not fit is not changed. */
final class FileChecks {
  private static final long MEGABYTE = 1_000_000;
  private static final long HUNDREDTH = MEGABYTE / 100;

  private final Readiness readiness;

  FileChecks(Readiness readiness) {
    this.readiness = readiness;
  }

  /**
   * What keeps a form from taking a file, but for the count.
   *
   * @param bytes its size
   * @param originals camera originals of the same photograph, which a series must not repeat
   */
  List<Fault> of(EvidenceForm.Slot slot, Candidate file, long bytes, List<Candidate> originals) {
    List<Fault> faults = new ArrayList<>();
    if (!slot.types().value().contains(file.mediaType())) {
      faults.add(Fault.of(
          untouched(file) ? "type" : "type-paper", slot.types(), file.ending(), slot.endings()));
    }
    if (bytes > slot.maxBytes().value()) {
      faults.add(Fault.of(
          untouched(file) ? "too-large" : "too-large-paper",
          slot.maxBytes(), size(bytes), slot.largest()));
    }
    if (bytes < slot.minBytes().value()) {
      faults.add(Fault.of("too-small", slot.minBytes(), size(bytes), slot.smallest()));
    }
    if (untouched(file)) {
      camera(slot, file, originals, faults);
    }
    return faults;
  }

  /** Originals and series: whoever saves them once more makes them worthless. */
  private static boolean untouched(Candidate file) {
    return file.kind() == Kind.ORIGINAL || file.kind() == Kind.SERIES || file.kind() == Kind.RAW;
  }

  /** That a file has no camera data is written nowhere as a reason to refuse it: that is never sure. */
  private void camera(EvidenceForm.Slot slot, Candidate file, List<Candidate> originals, List<Fault> faults) {
    if (readiness.edits(file.facts().software())) {
      faults.add(Fault.ofRule("edited", slot.unedited(), file.facts().software()));
    } else if (file.kind() == Kind.ORIGINAL && !file.facts().exif()) {
      faults.add(new Fault("no-exif", false, "no-exif", List.of()));
    }
    if (file.kind() == Kind.SERIES && originals.stream().anyMatch(original -> same(original, file))) {
      faults.add(Fault.ofRule("same", slot.unlikeOriginal()));
    }
  }

  private static boolean same(Candidate original, Candidate series) {
    Proof proof = original.proof();
    return original.sha256().equals(series.sha256())
        || proof != null && series.proof() != null && Readiness.same(proof, series.proof());
  }

  /**
   * A file's size in the units that marketplaces count in, for people. A file that is one byte too large or too small is
   * never shown as if it just fitted.
   */
  static String size(long bytes) {
    return bytes < MEGABYTE ? Math.max(1, bytes / 1024) + " KB" : megabytes(bytes + HUNDREDTH - 1);
  }

  /** A limit in the same units. */
  static String limit(long bytes) {
    return bytes < MEGABYTE ? bytes / 1024 + " KB" : megabytes(bytes);
  }

  private static String megabytes(long bytes) {
    long hundredths = bytes / HUNDREDTH;
    String text = hundredths / 100 + "." + String.format("%02d", hundredths % 100);
    return text.replaceAll("\\.?0+$", "") + " MB";
  }
}
