package shotdeed.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Region;
import shotdeed.model.Method;
import shotdeed.model.Verdict;

/**
 * The certificates of a monitor library, and which of them a picture is a copy of. The same class answers in the
 * browser and on the server.
 *
 * <p>Cost of a look-up: one batch of searches of {@link HammingIndex}, one for each form that a region is looked up in.
 * Threads: any number may match while none adds or removes; the caller sees to that.
 */
public final class Matcher {
  private static final Dihedral[] FORMS = Dihedral.values();
  private static final int CORNER_BITS = 14;
  private static final int CORNER_MASK = (1 << CORNER_BITS) - 1;

  private final HammingIndex index;
  private final Map<Integer, int[]> handles = new HashMap<>();

  /** The certificate that each handle belongs to. */
  private int[] owners = new int[16];

  /** The part of the certified photograph that each handle's fingerprint is of, as {@link FrozenMatcher#corners}. */
  private int[] corners = new int[32];

  /** Which of its certificate's fingerprints each handle is, from 0. */
  private int[] places = new int[16];

  /** Holds nothing. */
  public Matcher() {
    index = new HammingIndex();
  }

  /** Holds what was frozen: it answers exactly as the one that {@link #freeze} was asked of. */
  public Matcher(FrozenMatcher frozen) {
    index = new HammingIndex(frozen.index());
    owners = new int[frozen.index().used()];
    places = new int[owners.length];
    corners = frozen.corners();
    for (int i = 0, handle = 0; i < frozen.numbers().length; i++) {
      int[] own = new int[frozen.counts()[i]];
      for (int place = 0; place < own.length; place++, handle++) {
        own[place] = handle;
        owners[handle] = frozen.numbers()[i];
        places[handle] = place;
      }
      handles.put(frozen.numbers()[i], own);
    }
  }

  /**
   * What it holds, with all that a look-up needs made ready; {@code null} if there is little to gain, or if certificates
   * came and went, so that their fingerprints do not stand in order.
   */
  public FrozenMatcher freeze() {
    FrozenIndex frozen = index.freeze();
    if (frozen == null) {
      return null;
    }
    int[] numbers = new int[handles.size()];
    int[] counts = new int[numbers.length];
    int certificates = 0;
    for (int handle = 0; handle < frozen.used(); ) {
      int[] own = handles.get(owners[handle]);
      for (int place = 0; place < own.length; place++) {
        if (own[place] != handle + place) {
          return null;
        }
      }
      numbers[certificates] = owners[handle];
      counts[certificates++] = own.length;
      handle += own.length;
    }
    for (Map.Entry<Integer, int[]> entry : handles.entrySet()) {
      if (entry.getValue().length == 0) {
        numbers[certificates++] = entry.getKey();
      }
    }
    return new FrozenMatcher(frozen, numbers, counts, corners);
  }

  /** The numbers of all certificates held. Not to be changed. */
  public Set<Integer> numbers() {
    return handles.keySet();
  }

  /** Certificates held, those without a fingerprint included. */
  public int certificates() {
    return handles.size();
  }

  /** Whether a certificate is held. */
  public boolean holds(int certificate) {
    return handles.containsKey(certificate);
  }

  /** Fingerprints held of a certificate; 0 if it is not held. */
  public int fingerprints(int certificate) {
    int[] own = handles.get(certificate);
    return own == null ? 0 : own.length;
  }

  /** Fingerprints held. */
  public int fingerprints() {
    return index.size();
  }

  /** Holds a certificate with these fingerprints, in place of what was held under its number. */
  public void add(int certificate, List<Fingerprint> fingerprints) {
    remove(certificate);
    int[] own = new int[fingerprints.size()];
    for (int i = 0; i < own.length; i++) {
      Fingerprint fingerprint = fingerprints.get(i);
      own[i] = index.insert(fingerprint.hash(), fingerprint.radius());
      if (own[i] >= owners.length) {
        owners = Arrays.copyOf(owners, owners.length + (owners.length >> 1));
        corners = Arrays.copyOf(corners, 2 * owners.length);
        places = Arrays.copyOf(places, owners.length);
      }
      owners[own[i]] = certificate;
      Region region = fingerprint.region();
      corners[2 * own[i]] = region.left() << CORNER_BITS | region.top();
      corners[2 * own[i] + 1] = region.right() << CORNER_BITS | region.bottom();
      places[own[i]] = i;
    }
    handles.put(certificate, own);
  }

  /** Lets go of a certificate; returns whether it was held. */
  public boolean remove(int certificate) {
    int[] own = handles.remove(certificate);
    if (own == null) {
      return false;
    }
    for (int handle : own) {
      index.remove(handle);
    }
    return true;
  }

  /**
   * What a picture matches, given the hashes of its regions: of each certificate the finding that shows most of its
   * photograph, in twentieths of the area; of those the one with the widest margin, then the nearest, then the first
   * region's, the first form's, the certificate's first fingerprint's. Findings are sorted in the same way: most of the
   * photograph first, then the widest margin, the smallest distance, the smallest certificate number.
   */
  public List<Finding> match(List<Kernel.Query> regions) {
    Hash256[] hashes = new Hash256[regions.size() * FORMS.length];
    int[] asked = new int[hashes.length];
    int count = 0;
    for (int i = 0; i < asked.length; i++) {
      Hash256 hash = regions.get(i / FORMS.length).forms()[i % FORMS.length];
      if (hash != null) {
        hashes[count] = hash;
        asked[count++] = i;
      }
    }
    Clearest clearest = new Clearest();
    index.searchAll(Arrays.copyOf(hashes, count), clearest);
    List<Finding> findings = new ArrayList<>();
    for (Hit hit : clearest.byCertificate.values()) {
      int which = asked[hit.query];
      findings.add(finding(hit, FORMS[which % FORMS.length], regions.get(which / FORMS.length).region()));
    }
    findings.sort(
        (a, b) -> {
          int byShare = Integer.compare(twentieths(b.original()), twentieths(a.original()));
          int byClarity = byShare != 0 ? byShare : Integer.compare(b.margin(), a.margin());
          int byDistance = Integer.compare(a.distance(), b.distance());
          return byClarity != 0
              ? byClarity
              : byDistance != 0 ? byDistance : Integer.compare(a.certificate(), b.certificate());
        });
    return findings;
  }

  private Finding finding(Hit hit, Dihedral form, Region region) {
    return new Finding(
        owners[hit.handle],
        Verdict.COPY,
        Method.FINGERPRINT,
        hit.distance,
        index.radius(hit.handle),
        form,
        region,
        new Region(left(hit.handle), top(hit.handle), right(hit.handle), bottom(hit.handle)));
  }

  private int left(int handle) {
    return corners[2 * handle] >> CORNER_BITS;
  }

  private int top(int handle) {
    return corners[2 * handle] & CORNER_MASK;
  }

  private int right(int handle) {
    return corners[2 * handle + 1] >> CORNER_BITS;
  }

  private int bottom(int handle) {
    return corners[2 * handle + 1] & CORNER_MASK;
  }

  private int shown(int handle) {
    return twentieths(right(handle) - left(handle), bottom(handle) - top(handle));
  }

  /** One fingerprint that one of a picture's hashes matches. */
  private record Hit(int query, int handle, int distance, int margin) {}

  /**
   * Keeps one hit of each certificate while a picture's hashes are looked up, in whatever order they come: the one that
   * shows most of the photograph, or a copy of all of it would be called a copy of its sharpest corner; of those the
   * clearest.
   */
  private final class Clearest implements HammingIndex.BatchVisitor {
    private final Map<Integer, Hit> byCertificate = new HashMap<>();

    @Override
    public void found(int query, int handle, int distance) {
      int margin = index.radius(handle) - distance;
      Hit known = byCertificate.get(owners[handle]);
      int more = known == null ? 1 : shown(handle) - shown(known.handle);
      if (more > 0 || more == 0 && clearer(query, handle, distance, margin, known)) {
        byCertificate.put(owners[handle], new Hit(query, handle, distance, margin));
      }
    }

    private boolean clearer(int query, int handle, int distance, int margin, Hit known) {
      if (margin != known.margin) {
        return margin > known.margin;
      }
      if (distance != known.distance) {
        return distance < known.distance;
      }
      return query != known.query ? query < known.query : places[handle] < places[known.handle];
    }
  }

  /** Of the photograph's area; smaller differences say less than clarity does. */
  private static int twentieths(Region region) {
    return twentieths(region.right() - region.left(), region.bottom() - region.top());
  }

  private static int twentieths(int width, int height) {
    return width * height / (Region.UNIT * Region.UNIT / 20);
  }
}
