package shotdeed.extension.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a person may declare is not chosen for them, in whatever kind of field a page asks for it. */
class PersonalTest {
  private static boolean isPersonal(String kind, String label, String options, String value) {
    List<PageField.Option> offered = new ArrayList<>();
    for (String option : options.split(";")) {
      offered.add(new PageField.Option(option.toLowerCase(), ""));
    }
    PageField field =
        new PageField(0, kind, List.of(label.toLowerCase(), "", "", "", "", ""), 0, false, 0, "", false, offered);
    return Personal.is(new Wanted("field", kind, value, List.of("field"), false), field);
  }

  @ParameterizedTest
  @CsvSource({
    "radio, I declare under penalty of perjury that this is so, Yes;No, Yes",
    "radio, Terms, I agree;I do not agree, I agree",
    "radio, Please choose, Agree;Refuse, Refuse",
    "radio, 本人承诺以上内容属实, 是;否, 是",
    "radio, 服務條款, 同意;不同意, 同意",
    "choice, Statement, Choose one;I have a good faith belief;I have none, I have a good faith belief",
    "choice, 声明, 请选择;已阅读并知悉, 已阅读并知悉",
    "choice, Which of these, a;b;c;d;e;I accept the terms, I accept the terms",
    "tick, I am the rights owner, -, yes",
    "text, Digital signature, -, Lin Xia"
  })
  void a_declaration_is_left_to_the_person(String kind, String label, String options, String value) {
    assertThat(isPersonal(kind, label, options, value)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "radio, Are you the rights owner or an agent?, I am the rights owner;Agent, I am the rights owner",
    "radio, 您是, 权利人;代理人（已获授权）, 权利人",
    "choice, 投诉类型, 请选择;出售假冒商品;盗用他人图片, 盗用他人图片",
    "choice, Specific concern, Choose one;Image is used without authorization, Image is used without authorization",
    "tick, Main picture, -, yes",
    "text, Your name, -, Lin Xia"
  })
  void what_declares_nothing_is_filled_in(String kind, String label, String options, String value) {
    assertThat(isPersonal(kind, label, options, value)).isFalse();
  }
}
