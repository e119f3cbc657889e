package shotdeed.ledger.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shotdeed.digest.Hex;
import shotdeed.ledger.BundleContents;
import shotdeed.ledger.Crypto;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SealedList;
import shotdeed.ledger.SignedNote;
import shotdeed.ledger.StoredZip;

/**
 * Checks an evidence bundle by its bytes alone: the archive's form, the signed list of its contents, every part against
 * that list, the sealed parts against the list that the log committed to, and every record against the log. It takes
 * nothing from the bundle for granted, and answers about any bytes whatever in bounded time and memory.
 */
public final class BundleVerifier {
  /** Bytes of a bundle that is looked at. */
  public static final int MAX_BYTES = 512 << 20;

  private final Crypto crypto;
  private final Checks checks = new Checks();
  private final List<StoredZip.Part> sound = new ArrayList<>();
  private BundleContents contents;
  private NoteKey key;
  private List<Logged> records = List.of();
  private List<String> keys = List.of();

  private BundleVerifier(Crypto crypto) {
    this.crypto = crypto;
  }

  /**
   * Checks a bundle.
   *
   * @param zip the bundle
   * @param known fingerprints of keys that whoever checks knows from elsewhere, see {@link #fingerprint}
   */
  public static Verification verify(byte[] zip, Collection<String> known, Crypto crypto) {
    BundleVerifier verifier = new BundleVerifier(crypto);
    verifier.run(zip);
    return verifier.result().knowing(known);
  }

  /**
   * A fingerprint as people write it, in its one form: upper case and blanks, colons or dashes between digits do not
   * matter; {@code null} if it is none.
   */
  public static String fingerprint(String typed) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < typed.length() && digits.length() <= 64; i++) {
      char c = typed.charAt(i);
      if (c >= 'A' && c <= 'F') {
        digits.append((char) (c - 'A' + 'a'));
      } else if (c != ' ' && c != ':' && c != '-' && c != '\t' && c != '\n' && c != '\r' && c != 0x3000) {
        digits.append(c);
      }
    }
    return Hex.isHash(digits.toString()) ? digits.toString() : null;
  }

  private void run(byte[] zip) {
    if (zip.length > MAX_BYTES) {
      checks.bad(Check.SIZE, "", String.valueOf(MAX_BYTES));
      return;
    }
    StoredZip.Read read = StoredZip.read(zip);
    for (StoredZip.Damage damage : read.damages()) {
      checks.bad(Check.ZIP, damage.path(), damage.what());
    }
    if (read.damages().isEmpty()) {
      checks.good(Check.ZIP, "");
    }
    Bundle bundle = new Bundle(zip, read.parts());
    boolean signed = readContents(bundle);
    if (contents == null) {
      nameWhatIsKnown(bundle);
      return;
    }
    compare(bundle, signed);
    try {
      Proofs proofs = new Proofs(bundle, contents, key, new Effort(crypto), checks);
      records = proofs.read();
      keys = proofs.keys();
    } catch (Effort.TooMuch e) {
      checks.bad(Check.EFFORT, "", e.what(), String.valueOf(e.max()));
      return;
    }
    new SealedParts(bundle, contents, records, checks).run();
    new Originals(bundle, contents, records, checks).run();
  }

  /** Without a list that can be read, at least the sealed parts can be told from others. */
  private void nameWhatIsKnown(Bundle bundle) {
    for (String required : List.of(SealedParts.LIST, Proofs.EVIDENCE)) {
      if (!bundle.has(required)) {
        checks.bad(Check.MISSING, required, "", "");
      }
    }
  }

  private boolean readContents(Bundle bundle) {
    String place = BundleContents.PATH;
    boolean there = bundle.has(place) && bundle.startsWith(place, BundleContents.FIRST);
    if (!there) {
      place = listElsewhere(bundle);
      if (bundle.has(BundleContents.PATH)) {
        checks.bad(Check.CONTENTS, BundleContents.PATH, "form", "it is not a list of a bundle's contents");
      } else {
        checks.bad(Check.MISSING, BundleContents.PATH, "", place);
      }
      if (place.isEmpty()) {
        return false;
      }
    }
    try {
      SignedNote note = SignedNote.parse(bundle.text(place, SignedNote.MAX));
      contents = BundleContents.parse(note.text());
      key = contents.key();
      boolean signed = key.type() == NoteKey.LOG
          && key.name().equals(contents.origin())
          && note.signatures().size() == 1
          && note.isSignedBy(key, crypto);
      keys = List.of(key.fingerprint());
      return checks.add(Check.CONTENTS, place, signed, signed ? "" : "signature");
    } catch (Malformed e) {
      contents = null;
      checks.bad(Check.CONTENTS, place, "form", e.getMessage());
      return false;
    }
  }

  /** The list under another name: it still tells which parts were changed. Empty if there is none. */
  private static String listElsewhere(Bundle bundle) {
    for (String path : bundle.paths()) {
      if (bundle.startsWith(path, BundleContents.FIRST)) {
        return path;
      }
    }
    return "";
  }

  /** Every part of the list once, in its order, with its content, and nothing else. */
  private void compare(Bundle bundle, boolean signed) {
    Set<String> listed = new LinkedHashSet<>();
    listed.add(BundleContents.PATH);
    Map<String, String> pathByHash = new HashMap<>();
    for (SealedList.Part file : contents.files()) {
      pathByHash.putIfAbsent(file.sha256(), file.path());
    }
    for (SealedList.Part file : contents.files()) {
      listed.add(file.path());
      StoredZip.Part part = bundle.part(file.path());
      String elsewhere = bundle.pathOf(file.sha256());
      if (part == null) {
        checks.bad(Check.MISSING, file.path(), file.sha256(), elsewhere);
      } else if (part.bytes() != file.bytes() || !bundle.hash(file.path()).equals(file.sha256())) {
        String now = bundle.hash(file.path());
        checks.bad(Check.FILE, file.path(), file.sha256(), now, pathByHash.getOrDefault(now, ""));
      } else {
        checks.good(Check.FILE, file.path(), file.sha256());
        if (signed) {
          sound.add(part);
        }
      }
    }
    for (String path : bundle.paths()) {
      if (!listed.contains(path)) {
        checks.bad(Check.EXTRA, path, pathByHash.getOrDefault(bundle.hash(path), ""));
      }
    }
    requireOrder(bundle, listed);
  }

  /** Parts that are missing or too many are named already: of the others, the first that stands elsewhere. */
  private void requireOrder(Bundle bundle, Set<String> listed) {
    List<String> wanted = new ArrayList<>(listed);
    wanted.removeIf(path -> !bundle.has(path));
    List<String> found = new ArrayList<>(bundle.paths());
    found.removeIf(path -> !listed.contains(path));
    for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
      if (!wanted.get(i).equals(found.get(i))) {
        checks.bad(Check.ORDER, found.get(i), wanted.get(i));
        return;
      }
    }
    checks.good(Check.ORDER, "");
  }

  private Verification result() {
    Verdict verdict = checks.whole() ? Verdict.UNKNOWN_KEY : Verdict.TAMPERED;
    return new Verification(verdict, keys, contents, checks.all(), records, List.copyOf(sound));
  }
}
