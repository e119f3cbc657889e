package shotdeed.server.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shotdeed.feature.FeatureKernel;
import shotdeed.feature.Features;
import shotdeed.match.Finding;
import shotdeed.model.Verdict;
import shotdeed.server.certify.Library;
import shotdeed.server.certify.first.Overlay;
import shotdeed.server.confirm.Confirmation;
import shotdeed.server.confirm.Recolouring;
import shotdeed.server.picture.ColourRaster;

/**
 * Lays an uploaded photograph over certified ones, as page pictures are. Beside those that fingerprints name it compares
 * with those that features name, among the monitored certificates as they were last searched and among the seller's last
 * uploads: a photograph and a detail of it mostly come together.
 */
public final class CertifiedOverlay implements Overlay {
  /** Certificates named by features that a photograph is compared with; the one that it is a detail of leads by far. */
  private static final int BY_FEATURES = 3;

  /** Sellers whose last uploads are held. */
  private static final int SELLERS = 16;

  /** Uploads held of each; about 11 KB each. */
  private static final int UPLOADS = 200;

  private final Library library;
  private final FeatureLibrary monitored;
  private final StoredPhotographs photographs;
  private final Judge judge;
  private final Cache<Integer, Recent> recent = Caffeine.newBuilder().maximumSize(SELLERS).build();

  /** Of photographs under review, which are mostly compared a second time before they are taken. */
  private final Cache<Photograph, Features> ofPhotograph = Caffeine.newBuilder().weakKeys().maximumSize(SELLERS).build();

  /** A seller's last uploads. */
  private static final class Recent {
    private final FeatureIndex index = new FeatureIndex();
    private final Deque<Integer> uploads = new ArrayDeque<>();

    synchronized void add(int certificate, Features features) {
      index.add(certificate, features);
      index.settle();
      uploads.add(certificate);
      if (uploads.size() > UPLOADS) {
        index.remove(uploads.poll());
      }
    }

    synchronized List<FeatureIndex.Candidate> search(Features features) {
      return index.search(features, BY_FEATURES);
    }

    synchronized int latest() {
      return uploads.isEmpty() ? 0 : uploads.peekLast();
    }

    /** Those with a higher number; a few are all compared with, like each other or not. */
    synchronized List<FeatureIndex.Candidate> after(int certificate, Features features) {
      List<FeatureIndex.Candidate> later = uploads.stream()
          .filter(upload -> upload > certificate)
          .map(upload -> new FeatureIndex.Candidate(upload, 0))
          .toList();
      return later.size() <= Judge.MOST_BY_FEATURES
          ? later
          : index.search(features, UPLOADS).stream().filter(found -> found.certificate() > certificate).toList();
    }
  }

  public CertifiedOverlay(Library library, FeatureLibrary monitored, StoredPhotographs photographs, Judge judge) {
    this.library = library;
    this.monitored = monitored;
    this.photographs = photographs;
    this.judge = judge;
  }

  @Override
  public List<Common> compare(int seller, Photograph photograph, List<Finding> findings, int after)
      throws IOException {
    Features features = ofPhotograph.get(photograph, key -> new FeatureKernel().query(key.luma()));
    List<FeatureIndex.Candidate> named = features.count() == 0 ? List.of() : named(seller, features, after);
    if (findings.isEmpty() && named.isEmpty()) {
      return List.of();
    }
    List<Common> common = new ArrayList<>();
    for (Judge.Judged judged : judge.judge(photograph.luma(), features, findings, named, photographs)) {
      Confirmation confirmation = judged.confirmation();
      if (confirmation.verdict() == Verdict.COPY) {
        Common part = new Common(judged.certificate(), confirmation.copyShare(), confirmation.originalShare(), false);
        common.add(isRecoloured(part, photograph, judged) ? new Common(part.certificate(), 1, 1, true) : part);
      }
    }
    return common;
  }

  private boolean isRecoloured(Common part, Photograph photograph, Judge.Judged judged) throws IOException {
    if (!part.nearlyAllOfPhotograph() || !part.nearlyAllOfCertified()) {
      return false;
    }
    ColourRaster certified = photographs.colours(judged.certificate());
    return certified != null && Recolouring.of(certified, photograph.colours(), judged.map());
  }

  private List<FeatureIndex.Candidate> named(int seller, Features features, int after) {
    Map<Integer, FeatureIndex.Candidate> all = new LinkedHashMap<>();
    Recent uploads = recent.getIfPresent(seller);
    List<FeatureIndex.Candidate> candidates = new ArrayList<>();
    if (uploads != null) {
      candidates.addAll(after == 0 ? uploads.search(features) : uploads.after(after, features));
    }
    if (after == 0) {
      candidates.addAll(monitored.searchAsHeld(seller, features, BY_FEATURES));
    }
    candidates.sort((a, b) -> Double.compare(b.votes(), a.votes()));
    for (FeatureIndex.Candidate candidate : candidates) {
      if (library.holds(seller, candidate.certificate())) { // not one that was rejected or retired meanwhile
        all.putIfAbsent(candidate.certificate(), candidate);
      }
    }
    return List.copyOf(all.values());
  }

  @Override
  public int latest(int seller) {
    Recent uploads = recent.getIfPresent(seller);
    return uploads == null ? 0 : uploads.latest();
  }

  @Override
  public boolean readable(int certificate) throws IOException {
    return photographs.luma(certificate) != null;
  }

  @Override
  public void certified(int seller, int certificate, Photograph photograph, Features features) {
    photographs.keep(certificate, photograph);
    if (features.count() > 0) {
      recent.get(seller, key -> new Recent()).add(certificate, features);
    }
  }
}
