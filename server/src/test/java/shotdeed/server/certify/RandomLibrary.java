package shotdeed.server.certify;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Region;

/** A library of photographs that nobody took, to measure with. */
public final class RandomLibrary {
  private RandomLibrary() {}

  /** So many certificates of each seller, 1 and up, with so many fingerprints each. */
  public static Library of(int sellers, int certificates, int prints) {
    Random random = new Random(7);
    Library library = new Library();
    byte[] hash = new byte[Hash256.BYTES];
    int number = 0;
    for (int seller = 1; seller <= sellers; seller++) {
      for (int i = 0; i < certificates; i++) {
        List<Fingerprint> all = new ArrayList<>();
        for (int p = 0; p < prints; p++) {
          random.nextBytes(hash);
          all.add(new Fingerprint(Hash256.ofBytes(hash, 0), 100, new Region(p, 0, 9_000 + p, 9_000), 40));
        }
        library.add(seller, ++number, all);
      }
    }
    return library;
  }
}
