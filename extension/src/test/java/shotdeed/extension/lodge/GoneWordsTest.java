package shotdeed.extension.lodge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoneWordsTest {
  @Test
  void a_page_is_gone_by_its_status_or_by_what_stands_first_on_it() {
    assertThat(GoneWords.isGone(404, "")).isTrue();
    assertThat(GoneWords.isGone(410, "")).isTrue();
    assertThat(GoneWords.isGone(200, "很抱歉，您查看的商品找不到了！")).isTrue();
    assertThat(GoneWords.isGone(0, "This item is no longer available.")).isTrue();
  }

  @Test
  void a_page_that_says_it_of_other_items_further_down_is_not() {
    assertThat(GoneWords.isGone(200, "牛仔外套 宽松 ¥ 99 " + "看了又看 ".repeat(200) + "宝贝不存在")).isFalse();
    assertThat(GoneWords.isGone(503, "Please try again")).isFalse();
    assertThat(GoneWords.isGone(0, "")).isFalse();
  }
}
