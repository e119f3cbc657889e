package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;

/** Juhuasuan: campaigns of Taobao's and Tmall's shops. An item there is an item of Taobao, and so are the pages' ways. */
final class Juhuasuan extends AlibabaPages {
  Juhuasuan() {
    super("juhuasuan", "taobao", List.of("ju.taobao.com", "juhuasuan.com"));
  }

  /** {@code detail.ju.taobao.com/home.htm?item_id=1}: beside what is Taobao's. */
  @Override
  public String item(String address) {
    for (String name : List.of("item_id", "itemId", "id")) {
      String id = Address.query(address, name);
      boolean number = !id.isEmpty() && digits(id, 0).length() == id.length();
      if (number && (!name.equals("id") || Address.host(address).startsWith("detail."))) {
        return id;
      }
    }
    return covers(Address.host(address)) ? "" : super.item(address);
  }

  @Override
  public String itemAddress(String link) {
    return covers(Address.host(link)) ? "https://item.taobao.com/item.htm?id=" + item(link) : super.itemAddress(link);
  }

  @Override
  Shape itemPage() {
    return super.itemPage()
        .text(Shape.TITLE, ".main-box .title", ".ju-title", "h1, h2.title")
        .text(Shape.SHOP, ".sellername", ".shop-name", "[class*=\"seller\" i] a");
  }

  @Override
  Shape grid() {
    return super.grid().card(".ju-itemlist li, .item-card, [class*=\"item-box\" i]", "a[href*=\"id=\"]", "h3, h4, .title", "");
  }

  /** A campaign is many shops. */
  @Override
  public List<String> expected() {
    return List.of(Shape.TITLE);
  }
}
