package shotdeed.extension.site;

import java.util.List;
import shotdeed.wire.SeenListing;

/** Taobao: item.taobao.com, world.taobao.com and the mobile page. Selectors of 2022 and of 2024 to 2026. */
final class Taobao implements Site {
  @Override
  public boolean covers(String host) {
    return Sites.isUnder(host, "taobao.com");
  }

  @Override
  public SeenListing listing(String address, String title) {
    return AlibabaListing.read("taobao", address, title);
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
