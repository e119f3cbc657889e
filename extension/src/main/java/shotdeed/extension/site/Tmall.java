package shotdeed.extension.site;

import java.util.List;
import shotdeed.wire.SeenListing;

/** Tmall: detail.tmall.com and tmall.hk. The pages are Taobao's by now; the rule book is Tmall's own. */
final class Tmall implements Site {
  @Override
  public boolean covers(String host) {
    return Sites.isUnder(host, "tmall.com") || Sites.isUnder(host, "tmall.hk");
  }

  @Override
  public SeenListing listing(String address, String title) {
    return AlibabaListing.read("tmall", address, title);
  }

  @Override
  public List<Named> named(SeenListing listing) {
    return AlibabaListing.named();
  }

  @Override
  public List<PagePicture> pictures() {
    return AlibabaListing.pictures();
  }

  @Override
  public boolean isBarrier() {
    return AlibabaListing.isBarrier();
  }
}
