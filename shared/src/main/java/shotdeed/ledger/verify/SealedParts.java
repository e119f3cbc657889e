package shotdeed.ledger.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shotdeed.ledger.BundleContents;
import shotdeed.ledger.LogRecord;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.SealedList;

/** What was sealed when the complaint was prepared, against what is in the bundle. */
final class SealedParts {
  static final String LIST = "sealed.txt";
  static final String MANIFEST = "manifest.json";
  static final String MASKED = "screenshot-masked.png";

  private final Bundle bundle;
  private final BundleContents contents;
  private final LogRecord evidence;
  private final Checks checks;

  SealedParts(Bundle bundle, BundleContents contents, List<Logged> records, Checks checks) {
    this.bundle = bundle;
    this.contents = contents;
    this.evidence = Proofs.evidence(records);
    this.checks = checks;
  }

  void run() {
    if (!bundle.has(LIST)) {
      requireListed(LIST);
      return;
    }
    SealedList sealed;
    try {
      sealed = SealedList.parse(bundle.content(LIST, SealedList.MAX_BYTES));
    } catch (Malformed e) {
      checks.bad(Check.SEALED_LIST, LIST, "", bundle.hash(LIST), e.getMessage());
      return;
    }
    // Without the record, the proof was named already.
    if (evidence != null) {
      String logged = evidence.field("sealed-sha256");
      boolean same = logged.equals(bundle.hash(LIST))
          && evidence.field("sealed-parts").equals(String.valueOf(sealed.parts().size()));
      checks.add(Check.SEALED_LIST, LIST, same, logged, bundle.hash(LIST));
    }
    compare(sealed);
  }

  private void compare(SealedList sealed) {
    Map<String, SealedList.Part> withheld = byPath(contents.withheld());
    Map<String, SealedList.Part> files = byPath(contents.files());
    Set<String> paths = new HashSet<>();
    for (SealedList.Part part : sealed.parts()) {
      paths.add(part.path());
      String found = bundle.hash(part.path());
      SealedList.Part left = withheld.get(part.path());
      if (left != null) {
        checks.add(Check.WITHHELD, part.path(), left.equals(part) && found.isEmpty(), part.sha256());
      } else if (!found.isEmpty()) {
        boolean same = found.equals(part.sha256()) && bundle.part(part.path()).bytes() == part.bytes();
        checks.add(Check.SEALED, part.path(), same, part.sha256(), found);
      } else if (!files.containsKey(part.path())) {
        checks.bad(Check.SEALED, part.path(), part.sha256(), "");
      }
    }
    for (SealedList.Part part : contents.withheld()) {
      if (!paths.contains(part.path())) {
        checks.bad(Check.WITHHELD, part.path(), part.sha256());
      }
    }
    for (String path : bundle.paths()) {
      boolean masked = path.equals(MASKED) && screenshot(sealed) == null;
      if (!paths.contains(path) && (masked || mustBeSealed(path))) {
        checks.bad(Check.SEALED, path, "", bundle.hash(path));
      }
    }
    if (!paths.contains(MANIFEST)) {
      checks.bad(Check.SEALED, MANIFEST, "", bundle.hash(MANIFEST));
    }
  }

  /** The sealed screenshot; {@code null} without one, and then there is nothing that could be masked. */
  private static SealedList.Part screenshot(SealedList sealed) {
    for (SealedList.Part part : sealed.parts()) {
      if (part.path().startsWith("screenshot.")) {
        return part;
      }
    }
    return null;
  }

  /** What a reader takes for evidence has to have been sealed: all but what was made for the bundle. */
  private static boolean mustBeSealed(String path) {
    return !path.equals(BundleContents.PATH)
        && !path.equals(LIST)
        && !path.equals("verify.html")
        && !path.equals("evidence.pdf")
        && !path.equals(MASKED)
        && !Names.isProof(path)
        && !Names.isStamp(path)
        && !path.startsWith(Originals.FOLDER)
        && !path.equals(MANIFEST);
  }

  private void requireListed(String path) {
    for (SealedList.Part file : contents.files()) {
      if (file.path().equals(path)) {
        return; // named as missing already
      }
    }
    checks.bad(Check.MISSING, path, "", "");
  }

  private static Map<String, SealedList.Part> byPath(List<SealedList.Part> parts) {
    Map<String, SealedList.Part> byPath = new HashMap<>();
    for (SealedList.Part part : parts) {
      byPath.put(part.path(), part);
    }
    return byPath;
  }
}
