package shotdeed.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamePageTest {
  @ParameterizedTest
  @CsvSource({
    "https://item.taobao.com/item.htm?id=1, https://item.taobao.com/item.htm?id=1#reviews, true",
    "https://item.taobao.com/item.htm?id=1, https://item.taobao.com/item.htm?id=1&skuId=7, true",
    "https://item.taobao.com/item.htm?id=1, https://item.taobao.com/item.htm?id=2, false",
    "https://shop.example/coat?color=red, https://shop.example/coat?color=blue, false",
    "https://shop.example/coat, https://shop.example/gone, false",
    "https://shop.example/, https://shop.example/#top, true",
    "https://shop.example/coat, about:blank, false",
  })
  void addresses_of_one_page(String one, String other, boolean same) {
    assertThat(SamePage.is(one, other)).isEqualTo(same);
    assertThat(SamePage.is(other, one)).isEqualTo(same);
  }
}
