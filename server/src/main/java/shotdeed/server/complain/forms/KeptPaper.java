package shotdeed.server.complain.forms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Language;

/**
 * Keeps the evidence on paper for as long as somebody looks at a page of files and fetches them: making it takes seconds,
 * and its size must be known before it is fetched.
 */
public final class KeptPaper implements EvidencePaper {
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final long MAX_BYTES = 64L << 20;

  private final EvidencePaper maker;
  private final Cache<Key, byte[]> kept = Caffeine.newBuilder()
      .maximumWeight(MAX_BYTES)
      .<Key, byte[]>weigher((key, pdf) -> pdf.length)
      .expireAfterWrite(KEPT)
      .build();

  /** A complaint belongs to one seller; who may see it was asked before. */
  private record Key(int seller, int complaint, Language language) {}

  public KeptPaper(EvidencePaper maker) {
    this.maker = maker;
  }

  @Override
  public byte[] of(Caller caller, int complaint, Language language) throws IOException {
    Key key = new Key(caller.seller(), complaint, language);
    byte[] known = kept.getIfPresent(key);
    if (known != null) {
      return known;
    }
    byte[] made = maker.of(caller, complaint, language);
    if (made != null) {
      kept.put(key, made);
    }
    return made;
  }
}
