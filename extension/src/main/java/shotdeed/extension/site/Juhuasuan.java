package shotdeed.extension.site;

import java.util.List;
import shotdeed.model.PictureRole;

/**
 * Juhuasuan, the group sales of Taobao and Tmall: campaigns on ju.taobao.com and their items on detail.ju.taobao.com, which have
 * the numbers that they have on Taobao. Its newer pages are Taobao's.
 */
final class Juhuasuan extends AlibabaPages {
  Juhuasuan() {
    super("juhuasuan", "taobao", List.of("ju.taobao.com"));
  }

  @Override
  public String itemAddress(String link) {
    return "https://detail.ju.taobao.com/home.htm?item_id=" + item(link);
  }

  @Override
  Shape itemPage() {
    return super.itemPage()
        .text("campaignTitle", ".main-box .title, h2.title, .J_title", "h1, h2")
        .text("campaignShop", ".sellername, .seller-name, .inf-seller a, .con-seller a, .shopname")
        .pictures(
            PictureRole.MAIN,
            ".thumbnail img, [class*=\"thumb\" i] img, .J_thumb img",
            ".main-pic img, .item-pic-wrap img, .main-pic [style*=\"background\"], .normal-pic, [class*=\"gallery\" i] img")
        .pictures(PictureRole.SKU, "[class*=\"sku\" i] img, [class*=\"sku\" i] [style*=\"background\"]")
        .pictures(PictureRole.DETAIL, "[class*=\"detail-con\" i] img, [id*=\"detail\" i] img, [class*=\"desc\" i] img")
        .rest(PictureRole.OTHER);
  }

  @Override
  String title(Facts facts) {
    String title = super.title(facts);
    return title.isEmpty() ? facts.text("campaignTitle") : title;
  }

  @Override
  String shopName(Facts facts) {
    String name = super.shopName(facts);
    return name.isEmpty() ? facts.text("campaignShop") : name;
  }

  @Override
  Shape grid() {
    return super.grid()
        .card(
            "[class*=\"item-small\"], [class*=\"item-big\"], [class*=\"ju-item\"] li, [class*=\"itemlist\" i] li, li",
            ITEMS,
            ".title, [class*=\"title\" i], h3",
            ".shopname, [class*=\"shop-name\" i], [class*=\"seller\" i]");
  }
}
