package shotdeed.server.complain.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;

/** A letter quotes no points and speaks of no money. */
class LetterCheckTest {
  /** Another's look at it than the check's own. */
  private static final Pattern POINTS_OR_MONEY = Pattern.compile(
      "(?i)points?\\b|penalt|[分圆圓]|元|[¥￥$€£]|money|compensat|damage|\\bfee|\\bpa(y|id)|赔|賠|罚|罰|款|补偿|補償|钱|錢");

  @ParameterizedTest
  @EnumSource(Language.class)
  void no_words_that_letters_are_made_of_have_points_or_sums_of_money(Language language) {
    Texts texts = Texts.in(language);
    for (String key : new String[] {
      "rectify.subject", "rectify.text", "rectify.listings", "rectify.picture", "rectify.certificates", "rectify.certificate",
      "rectify.receipt", "rectify.shop", "rectify.page"
    }) {
      String words = texts.get(key, "A", "B", "C", "D");
      assertThat(POINTS_OR_MONEY.matcher(words).find()).as("%s: %s", key, words).isFalse();
      assertThat(LetterCheck.forbidden(words)).as(key).isEmpty();
    }
    assertThat(texts.get("rectify.text", "A", 1, "C", "D")).contains("\n\n").doesNotContain("\\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "这次会扣 4 分", "扣分很重", "扣四分", "将记 6 分", "一共12分", "You will lose 4 points", "a 1.5 point entry", "penalty points follow",
    "请支付500元", "¥500", "￥ 500", "RMB 500", "500 yuan", "US$ 20", "pay us", "Pay 20 EUR", "赔偿损失", "賠償", "罚款", "補償",
    "请转账500块给我们", "打钱给我五百", "您的店铺会被记六分", "记6點", "記六分", "計十二分", "扣六點", "请打款", "請轉帳",
    "五百块", "Your shop will lose six points", "Transfer 500 bucks", "Transfer us the sum", "send us money", "five hundred dollars",
    "you paid nothing", "和解金", "compensation", "damages", "a licence fee", "五百元", "三千元", "授权费"
  })
  void points_and_money_are_found(String text) {
    assertThat(LetterCheck.forbidden("您好。" + text + "。")).as(text).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "请在 3 分钟内回复", "请在 5 个工作日内下架", "分享这张图片", "The point is the main picture", "证书 12", "main picture 1, detail picture 3",
    "12 分店", "Please answer by 1 December 2026.", "我方可能向平台投诉", "a complaint may follow",
    "付款方式", "支付宝付款方式说明图", "支付寶", "point out", "at this point", "We point out two pictures.", "a focal point",
    "十分感谢", "十分感謝您的合作", "我们十分重视", "标记三张图片", "請在三個工作天內答覆", "两块面料拼接", "标记三点", "Please transfer 3 pictures", "一块布的纹理", "三塊板拼成的背景", "转发这张图片",
    "記錄在案", "请记得回复", "the heat transfer print", "transferred from our shop's page", "five pictures and one video", "两点不同", "分三点说明"
  })
  void what_is_neither_may_be_said(String text) {
    assertThat(LetterCheck.forbidden(text)).isEmpty();
  }

  @Test
  void a_long_hostile_text_is_looked_through_in_no_time() {
    assertThat(LetterCheck.forbidden("1".repeat(4000))).isEmpty();
    assertThat(LetterCheck.forbidden("扣 ".repeat(2000))).isEmpty();
    assertThat(LetterCheck.forbidden("1 分".repeat(1000))).hasSize(5);
  }
}
