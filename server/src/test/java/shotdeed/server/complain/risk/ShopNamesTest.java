package shotdeed.server.complain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shops of one holder are known by their names, whatever they add to them. */
class ShopNamesTest {
  private static final ShopNames NAMES = RiskData.bundled().shopNames();

  @ParameterizedTest
  @CsvSource({
    "柳树服饰旗舰店, 柳树服饰",
    "柳树服饰官方旗舰店, 柳树服饰 专营店",
    "柳樹服飾旗艦店, 柳樹服飾",
    "Willow Coats Official Store, willow-coats",
    "ＷＩＬＬＯＷ, willow shop",
    "Willow's Coats, Willows Coats",
  })
  void the_same_name_is_seen(String one, String other) {
    assertThat(NAMES.same(one, other)).isTrue();
    assertThat(NAMES.same(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "柳树服饰, 杨树服饰",
    "'', ''",
    "旗舰店, 旗舰店铺",
    "店, 店",
    "A, a",
    "'!!', '!!'",
    "Willow Coats, Willow",
  })
  void another_name_or_none_is_not(String one, String other) {
    assertThat(NAMES.same(one, other)).isFalse();
  }
}
