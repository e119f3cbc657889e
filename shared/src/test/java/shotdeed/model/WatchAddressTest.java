package shotdeed.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.wire.SeenListing;

class WatchAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://item.taobao.com/item.htm?spm=a1.2.3&id=12345&skuId=9#detail, https://item.taobao.com/item.htm?id=12345,"
        + " alibaba/listing/12345",
    "HTTP://World.Taobao.com:80/item.htm?id=12345, https://item.taobao.com/item.htm?id=12345, alibaba/listing/12345",
    "https://h5.m.taobao.com/awp/core/detail.htm?itemId=12345, https://item.taobao.com/item.htm?id=12345,"
        + " alibaba/listing/12345",
    "https://detail.tmall.com/item.htm?ali_refid=x&id=12345, https://detail.tmall.com/item.htm?id=12345,"
        + " alibaba/listing/12345",
    "https://detail.tmall.hk/hk/item.htm?id=77, https://detail.tmall.hk/item.htm?id=77, alibaba/listing/77",
    "https://world.taobao.com/item/12345.htm?spm=1, https://item.taobao.com/item.htm?id=12345, alibaba/listing/12345",
    "https://chaoshi.detail.tmall.com/item.htm?id=12345, https://detail.tmall.com/item.htm?id=12345,"
        + " alibaba/listing/12345",
    "https://detail.ju.taobao.com/home.htm?id=900&item_id=12345, https://item.taobao.com/item.htm?id=12345,"
        + " alibaba/listing/12345",
    "https://www.shop.example/coat, https://www.shop.example/coat, page/shop.example/coat",
    "https://shop.example/coat?utm_source=mail&colour=red&gclid=1#top, https://shop.example/coat?colour=red,"
        + " page/shop.example/coat?colour=red",
    "http://shop.example:8080/coat?, http://shop.example:8080/coat, page/shop.example:8080/coat",
    "https://shop.example/?id=5, https://shop.example/?id=5, page/shop.example/?id=5"
  })
  void a_listing_has_one_key_however_a_visitor_came_to_it(String address, String cleaned, String key) {
    WatchAddress read = WatchAddress.of(address);
    assertThat(read.shop()).isFalse();
    assertThat(read.address()).isEqualTo(cleaned);
    assertThat(read.key()).isEqualTo(key);
    assertThat(WatchAddress.of(cleaned)).as("cleaned twice").isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop123.taobao.com/search.htm?spm=1, https://shop123.taobao.com/, alibaba/shop/123",
    "https://shop123.m.taobao.com, https://shop123.taobao.com/, alibaba/shop/123",
    "https://shop.m.taobao.com/shop/shop_index.htm?shop_id=123, https://shop123.taobao.com/, alibaba/shop/123",
    "https://willow.tmall.com/category.htm, https://willow.tmall.com/, site/willow.tmall.com",
    "https://willow.m.tmall.com/?x=1, https://willow.tmall.com/, site/willow.tmall.com",
    "https://willow.tmall.com/category-9.htm?id=77, https://willow.tmall.com/, site/willow.tmall.com",
    "https://shop123.taobao.com/p/sale.htm?id=77, https://shop123.taobao.com/, alibaba/shop/123",
    "https://www.shop.example/, https://www.shop.example/, site/shop.example",
    "https://www.example/, https://www.example/, site/www.example",
    "https://shop.example, https://shop.example/, site/shop.example",
    "https://shop.example/?utm_source=mail, https://shop.example/, site/shop.example"
  })
  void a_shop_has_one_key(String address, String cleaned, String key) {
    WatchAddress read = WatchAddress.of(address);
    assertThat(read.shop()).isTrue();
    assertThat(read.address()).isEqualTo(cleaned);
    assertThat(read.key()).isEqualTo(key);
    assertThat(WatchAddress.of(cleaned)).as("cleaned twice").isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "coat", "javascript:alert(1)", "data:text/html,x", "ftp://shop.example/", "https://", "https:///coat",
    "https://user:word@shop.example/", "https://shop.example:99999999/", "https://shop..example/", "https://a b/",
    "https://shop.example/<script>", "https://shop.example/\"x", "https://shop.example\\@evil.example/",
    "https://[::1]/", "https://s.taobao.com/search?q=coat", "https://www.tmall.com/", "https://taobao.com/",
    "https://item.taobao.com/item.htm?id=12x", "https://s.taobao.com/search?id=77",
    "https://pages.tmall.com/wow/sale?id=77", "https://ju.taobao.com/", "https://detail.ju.taobao.com/home.htm?id=900",
    "https://world.taobao.com/item/12x.htm"
  })
  void what_names_no_listing_and_no_shop_is_none(String address) {
    assertThat(WatchAddress.of(address)).isNull();
  }

  @Test
  void an_open_page_belongs_to_its_listing_to_its_shop_and_to_its_site() {
    assertThat(WatchAddress.keys(seen("taobao", "https://item.taobao.com/item.htm?id=5&spm=1", "77")))
        .containsExactly("alibaba/listing/5", "alibaba/shop/77", "site/item.taobao.com");
    assertThat(WatchAddress.keys(seen("other", "https://shop.example/coat", "")))
        .containsExactly("page/shop.example/coat", "site/shop.example");
    assertThat(WatchAddress.keys(seen("other", "https://mall.example/coat", "https://mall.example/s/willow")))
        .containsExactly(
            "page/mall.example/coat", "site/mall.example/shop/https://mall.example/s/willow", "site/mall.example");
    assertThat(WatchAddress.keys(seen("tmall", "https://willow.tmall.com/", "")))
        .containsExactly("site/willow.tmall.com");
    assertThat(WatchAddress.keys(seen("other", "https://shop.example/", "")))
        .containsExactly("page/shop.example/", "site/shop.example");
  }

  @Test
  void the_shop_of_a_page_is_known_only_where_the_page_says_it() {
    assertThat(WatchAddress.shop(seen("taobao", "https://item.taobao.com/item.htm?id=5", ""))).isNull();
    assertThat(WatchAddress.shop(seen("taobao", "https://item.taobao.com/item.htm?id=5", "77")).address())
        .isEqualTo("https://shop77.taobao.com/");
    assertThat(WatchAddress.shop(seen("other", "https://mall.example/coat", "https://mall.example/s/willow")).address())
        .isEqualTo("https://mall.example/s/willow");
    assertThat(WatchAddress.shop(seen("other", "https://mall.example/coat", "https://evil.example/")).address())
        .as("the page may say anything").isEqualTo("https://mall.example/");
    assertThat(WatchAddress.listing(seen("other", "about:blank", ""))).isNull();
    assertThat(WatchAddress.shop(seen("taobao", "https://mall.example/coat", "77")).key())
        .as("a number of a site that sells like Taobao is none of Taobao's").isEqualTo("site/mall.example/shop/77");
    assertThat(WatchAddress.keys(seen("tmall", "https://willow.m.tmall.com/?id=5", "")))
        .as("pages of a shop's own host").contains("site/willow.tmall.com");
  }

  private static SeenListing seen(String market, String page, String shop) {
    return new SeenListing(market, "x", page, "5", "Coat", shop, "");
  }
}
