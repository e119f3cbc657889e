package shotdeed.ledger.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.ledger.BundleContents;
import shotdeed.ledger.LogRecord;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.SealedList;

/** The certificates of a bundle and the originals in it, against what was logged when they were certified. */
final class Originals {
  static final String FOLDER = "originals/";

  private static final String CERTIFICATE = "certificate-";
  private static final int MAX_CERTIFICATE = 1 << 20;

  private final Bundle bundle;
  private final BundleContents contents;
  private final Map<String, LogRecord> logged = new HashMap<>();
  private final Checks checks;

  Originals(Bundle bundle, BundleContents contents, List<Logged> records, Checks checks) {
    this.bundle = bundle;
    this.contents = contents;
    this.checks = checks;
    for (Logged each : records) {
      if (each.record().kind().equals("certificate")) {
        logged.put(each.record().field("certificate"), each.record());
      }
    }
  }

  void run() {
    for (SealedList.Part file : contents.files()) {
      String path = file.path();
      if (path.startsWith(CERTIFICATE) && path.endsWith(".json") && bundle.has(path)) {
        certificate(path, path.substring(CERTIFICATE.length(), path.length() - ".json".length()));
      }
      if (path.startsWith(FOLDER) && bundle.has(path)) {
        original(path);
      }
    }
  }

  /** The certificate as sealed names the original that was logged under its number. */
  private void certificate(String path, String number) {
    LogRecord record = logged.get(number);
    if (record == null) {
      if (!bundle.has(Proofs.FOLDER + CERTIFICATE + number + Proofs.ENDING)) {
        checks.bad(Check.CERTIFICATE, path, number, "");
      }
      return;
    }
    String sha256 = record.field("original-sha256");
    boolean named;
    try {
      named = bundle.text(path, MAX_CERTIFICATE).contains('"' + sha256 + '"');
    } catch (Malformed e) {
      named = false;
    }
    checks.add(Check.CERTIFICATE, path, named, number, sha256);
  }

  private void original(String path) {
    int dot = path.lastIndexOf('.');
    String name = path.substring(FOLDER.length(), dot < FOLDER.length() ? path.length() : dot);
    LogRecord record = name.startsWith(CERTIFICATE) ? logged.get(name.substring(CERTIFICATE.length())) : null;
    String sha256 = record == null ? "" : record.field("original-sha256");
    String found = bundle.hash(path);
    boolean same = found.equals(sha256)
        && record.field("original-bytes").equals(String.valueOf(bundle.part(path).bytes()));
    checks.add(Check.ORIGINAL, path, same, sha256, found);
  }
}
