package shotdeed.extension.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which field of a page is which of the template's, by the words that both say. */
class FieldMatchTest {
  private static final Wanted LINKS = wanted("links", "links", "商品链接", "侵权链接", "被投诉链接", "url", "listing", "link");
  private static final Wanted OWN_LINK = wanted("own-link", "text", "自己的商品链接", "我方链接", "own item");
  private static final Wanted ADDRESS = wanted("address", "text", "地址", "address", "mailing address");
  private static final Wanted EMAIL = wanted("email", "text", "邮箱", "e-mail", "email");
  private static final Wanted PHONE = wanted("phone", "text", "手机", "电话", "phone");
  private static final Wanted SCENE = wanted("scene", "choice", "场景", "手机", "pc");
  private static final Wanted NAME = wanted("name", "text", "联系人", "姓名", "name");
  private static final Wanted COMPANY = wanted("company", "text", "公司", "company");

  private static Wanted wanted(String id, String kind, String... find) {
    return new Wanted(id, kind, "something", List.of(find), false);
  }

  private static PageField field(String kind, String label) {
    List<String> names = List.of(label.toLowerCase(), "", "", "", "", "");
    return new PageField(0, kind, names, 0, false, 0, "", false, List.of());
  }

  /** By the ids of what is wanted, the labels of the fields; a dash for none. */
  private static List<String> matched(List<Wanted> wanted, String kind, String... labels) {
    List<PageField> fields = new ArrayList<>();
    for (String label : labels) {
      fields.add(field(kind, label));
    }
    FieldMatch match = new FieldMatch(fields, wanted);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      found.add(wanted.get(i).id() + ": " + (match.of(i) < 0 ? "-" : labels[match.of(i)]));
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "我方商品链接", "己方商品链接", "自己的商品链接", "本店商品链接", "我们的宝贝商品链接", "被侵权商品链接", "Link to your own listing",
    "My item link", "URL of our product", "Infringed link"
  })
  void the_accused_link_goes_into_no_field_for_our_own(String label) {
    assertThat(matched(List.of(LINKS), "text", label)).containsExactly("links: -");
  }

  @ParameterizedTest
  @CsvSource({"侵权商品链接", "被投诉商品链接", "商品链接", "Infringing link", "Listing URL", "URL of the listing on our site"})
  void the_accused_link_goes_into_a_field_for_theirs_or_for_one_that_says_neither(String label) {
    assertThat(matched(List.of(LINKS), "text", label)).containsExactly("links: " + label);
  }

  @Test
  void of_both_links_each_goes_to_its_own_side_in_either_order() {
    assertThat(matched(List.of(LINKS, OWN_LINK), "text", "我方商品链接", "侵权商品链接"))
        .containsExactly("links: 侵权商品链接", "own-link: -");
    assertThat(matched(List.of(OWN_LINK, LINKS), "text", "商品链接", "自己的商品链接"))
        .containsExactly("own-link: 自己的商品链接", "links: 商品链接");
    assertThat(matched(List.of(LINKS, OWN_LINK), "text", "Your own item link", "Infringing item link"))
        .containsExactly("links: Infringing item link", "own-link: Your own item link");
  }

  @ParameterizedTest
  @CsvSource({"侵权方联系人", "被投诉人姓名", "Infringer name", "Name of the accused seller"})
  void what_the_seller_says_of_themselves_goes_into_no_field_about_the_accused(String label) {
    assertThat(matched(List.of(NAME), "text", label)).containsExactly("name: -");
  }

  @Test
  void a_field_that_says_whose_it_is_in_its_label_is_not_judged_by_the_words_before_it() {
    PageField field =
        new PageField(0, "text", List.of("商品链接", "", "", "accused_url", "", "我方信息"), 0, false, 0, "", false, List.of());
    assertThat(new FieldMatch(List.of(field), List.of(LINKS)).of(0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"Email address", "E-mail address *", "电子邮件地址", "邮箱地址", "Your contact email address"})
  void an_email_address_is_no_postal_address(String label) {
    assertThat(matched(List.of(ADDRESS), "text", label)).containsExactly("address: -");
  }

  @ParameterizedTest
  @CsvSource({"Email address", "E-mail address *", "邮箱地址", "Your contact email address"})
  void an_email_goes_into_an_email_address(String label) {
    assertThat(matched(List.of(ADDRESS, EMAIL), "text", label)).containsExactly("address: -", "email: " + label);
  }

  @Test
  void a_postal_address_beside_an_email_address_is_found() {
    assertThat(matched(List.of(ADDRESS, EMAIL), "text", "Email address", "Mailing address"))
        .containsExactly("address: Mailing address", "email: Email address");
    assertThat(matched(List.of(ADDRESS), "text", "商品链接地址", "Website address")).containsExactly("address: -");
  }

  @ParameterizedTest
  @CsvSource({"手机号码", "手机号", "联系手机号码（必填）"})
  void where_a_copy_was_seen_is_no_telephone_number(String label) {
    assertThat(matched(List.of(SCENE), "text", label)).containsExactly("scene: -");
    assertThat(matched(List.of(SCENE, PHONE), "text", label)).containsExactly("scene: -", "phone: " + label);
  }

  @ParameterizedTest
  @CsvSource({"手机验证码", "短信验证码", "Email verification code", "Phone code (captcha)"})
  void a_code_that_a_page_sends_is_nobody_s_number(String label) {
    assertThat(matched(List.of(PHONE, EMAIL), "text", label)).containsExactly("phone: -", "email: -");
  }

  @Test
  void the_longer_words_win() {
    assertThat(matched(List.of(NAME, COMPANY), "text", "Company name")).containsExactly("name: -", "company: Company name");
    Wanted number = wanted("number", "text", "number");
    Wanted registration = wanted("registration", "text", "registration number");
    assertThat(matched(List.of(number, registration), "text", "Your registration number"))
        .containsExactly("number: -", "registration: Your registration number");
  }

  @Test
  void the_more_particular_word_wins_though_it_is_shorter() {
    Wanted brand = wanted("brand", "text", "logo");
    Wanted description = wanted("description", "text", "description");
    assertThat(matched(List.of(description, brand), "text", "Logo description"))
        .containsExactly("description: -", "brand: Logo description");
  }
}
