package shotdeed.server.complain.bundle;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;
import shotdeed.server.complain.paper.EvidenceCase;
import shotdeed.server.complain.paper.EvidenceCase.Attestation;
import shotdeed.server.complain.paper.EvidenceCase.LogFacts;
import shotdeed.server.ledger.Leaf;
import shotdeed.server.ledger.Ledger;
import shotdeed.server.ledger.PlatformCrypto;
import shotdeed.server.platform.Database;

/**
 * Proofs of this server's log. A leaf is proven under the earliest checkpoint that somebody outside saw, because that
 * says most about its age; under the newest where nobody did.
 */
public final class LedgerProofs implements BundleLog {
  private static final String PROOFS = "proofs/";
  private static final String ENDING = ".tlog-proof";
  private static final String STAMPS = "stamps/";
  private static final int MAX_NAME = 60;

  private final PlatformCrypto crypto = new PlatformCrypto();
  private final Ledger ledger;
  private final OutsideProof.Source outside;
  private final LogAgain again;

  public LedgerProofs(Database database, Ledger ledger, OutsideProof.Source outside, InstantSource clock) {
    this.ledger = ledger;
    this.outside = outside;
    again = new LogAgain(database, ledger, clock);
  }

  @Override
  public String sign(String text, Proven as) {
    SignedNote note = ledger.sign(text, new Ledger.Standing(as.origin(), as.key()));
    if (note == null) {
      throw new Moved(null);
    }
    return note.format();
  }

  @Override
  public Proven of(Subject subject) {
    Ledger.Standing standing = ledger.standing();
    try {
      return proven(subject, standing);
    } catch (RuntimeException e) {
      if (!ledger.standing().equals(standing)) {
        throw new Moved(e);
      }
      throw e;
    }
  }

  private Proven proven(Subject subject, Ledger.Standing standing) {
    LogAgain.Leaves leaves = again.run(subject);
    Work work = new Work(standing.origin(), ledger.checkpoint());
    Leaf evidence = leaves.evidence();
    Proof first = work.prove(PROOFS + "evidence" + ENDING, evidence);
    Map<Integer, EvidenceCase.Leaf> certificates = new TreeMap<>();
    for (Map.Entry<Integer, List<Leaf>> each : leaves.certificates().entrySet()) {
      String name = PROOFS + "certificate-" + each.getKey();
      for (int i = 0; i < each.getValue().size(); i++) {
        Leaf leaf = each.getValue().get(i);
        Proof proof = work.prove(name + (i == 0 ? "" : "-" + i) + ENDING, leaf);
        if (i == 0) {
          certificates.put(each.getKey(), new EvidenceCase.Leaf(leaf.number(), leaf.at(), proof.attested()));
        }
      }
    }
    Leaf predecessor = ledger.predecessor(work.origin);
    if (predecessor != null) {
      work.prove(PROOFS + "predecessor" + ENDING, predecessor);
    }
    List<String> changes = ledger.keyChanges(work.origin);
    if (!changes.isEmpty()) {
      work.files.add(new File(PROOFS + "keys.note", String.join("\n", changes).getBytes(StandardCharsets.UTF_8)));
    }
    if (work.witnessed) {
      String keys = outside.witnesses().stream().map(key -> key.text() + "\n").collect(Collectors.joining());
      work.files.add(new File(PROOFS + "witnesses.txt", keys.getBytes(StandardCharsets.UTF_8)));
    }
    work.stamps.forEach((path, content) -> work.files.add(new File(path, content)));
    LogFacts facts = new LogFacts(
        work.origin,
        standing.key().fingerprint(),
        first.checkpoint().size(),
        Base64.getEncoder().encodeToString(first.checkpoint().root()),
        new EvidenceCase.Leaf(evidence.number(), evidence.at(), first.attested()),
        certificates,
        first.attested() == null ? List.of() : List.of(first.attested()));
    return new Proven(facts, List.copyOf(work.files), standing.origin(), standing.key());
  }

  /** @param attested who else says so, or {@code null} */
  private record Proof(Checkpoint checkpoint, Attestation attested) {}

  /** The files of one bundle. */
  private final class Work {
    private final String origin;
    private final SignedNote newest;
    private final List<File> files = new ArrayList<>();
    private final Map<String, byte[]> stamps = new LinkedHashMap<>();
    private final Map<Integer, String> stampOfSize = new HashMap<>();
    private final List<NoteKey> keys;
    private boolean witnessed;

    Work(String origin, SignedNote newest) {
      this.origin = origin;
      this.newest = newest;
      keys = ledger.keys(origin);
    }

    Proof prove(String path, Leaf leaf) {
      OutsideProof best = best(outside.covering(origin, leaf.number()));
      SignedNote note = best == null ? newest : best.checkpoint();
      files.add(new File(path, Ledger.bytes(ledger.proof(leaf, note))));
      Checkpoint checkpoint = checkpoint(note);
      if (best == null) {
        return new Proof(checkpoint, null);
      }
      witnessed |= note.signatures().size() > 1;
      String stamp = best.isStamp() ? stamp(best, checkpoint, note) : null;
      return new Proof(checkpoint, new Attestation(best.by(), best.at(), stamp));
    }

    /** Who saw it first; at one time a stamp, which anybody can check with tools of their own, goes before a witness. */
    private OutsideProof best(List<OutsideProof> all) {
      return all.stream()
          .filter(this::isTrusted)
          .min(Comparator.comparing(OutsideProof::at).thenComparing(each -> !each.isStamp()))
          .orElse(null);
    }

    /** A checkpoint that a key signed of which the keys of now say nothing would not lead to them. */
    private boolean isTrusted(OutsideProof proof) {
      return keys.stream().anyMatch(key -> proof.checkpoint().isSignedBy(key, crypto));
    }

    private String stamp(OutsideProof proof, Checkpoint checkpoint, SignedNote note) {
      return stampOfSize.computeIfAbsent(checkpoint.size(), size -> {
        String name = STAMPS + name(proof.by()) + "-" + size;
        stamps.put(name + ".tsr", proof.tsr());
        stamps.put(name + ".checkpoint", note.text().getBytes(StandardCharsets.UTF_8));
        return name + ".tsr";
      });
    }
  }

  /** An authority's name as a file's: letters, digits and dashes. */
  private static String name(String authority) {
    String name = authority.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String cut = name.substring(0, Math.min(MAX_NAME, name.length())).replaceAll("-$", "");
    return cut.isEmpty() ? "authority" : cut;
  }

  private static Checkpoint checkpoint(SignedNote note) {
    try {
      return Checkpoint.parse(note.text());
    } catch (Malformed e) {
      throw new IllegalStateException("a stored checkpoint is damaged", e);
    }
  }
}
