package shotdeed.extension.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketHostsTest {
  @ParameterizedTest
  @ValueSource(strings = {
    "www.amazon.com", "www.amazon.co.jp", "amazon.de", "www.ebay.com.au", "de.aliexpress.com", "www.etsy.com", "item.jd.com",
    "mobile.yangkeduo.com", "haohuo.jinritemai.com", "product.suning.com", "detail.1688.com", "shopee.tw"
  })
  void on_a_marketplace_the_sites_name_is_no_shop(String host) {
    assertThat(MarketHosts.holds(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "linen.example", "www.linen.co.uk", "my-linen.myshopify.com", "amazon.linen.example", "notamazon.com", "com", "", "127.0.0.1"
  })
  void the_site_of_a_shop_of_its_own_is_one(String host) {
    assertThat(MarketHosts.holds(host)).isFalse();
  }
}
