package shotdeed.server.certify.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.platform.Language;

class CategoryTest {
  @Test
  void the_categories_are_named_as_sellers_name_them() {
    assertThat(Category.all()).extracting(category -> category.id() + " " + category.name(Language.SIMPLIFIED_CHINESE))
        .startsWith("women 女装", "men 男装", "children 童装", "children-shoes 童鞋", "family 亲子装", "sports 运动装")
        .contains("bags 箱包", "shoes 鞋", "accessories 配饰", "home 家居")
        .endsWith("other 其他");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | there is no category other",
        "[{'id':'A b','en':'x','zh-CN':'x','zh-TW':'x'}] | no id of a category: A b",
        "[{'en':'x','zh-CN':'x','zh-TW':'x'}] | no id of a category: null",
        "[{'id':'other','en':'x','zh-CN':' ','zh-TW':'x'}] | the category other has no name in zh-CN",
        "[{'id':'other','en':'x','zh-CN':'x'}] | the category other has no name in zh-TW",
        "[{'id':'other','en':'x','zh-CN':'x','zh-TW':'x'},{'id':'other','en':'x','zh-CN':'x','zh-TW':'x'}]"
            + " | the category other is there twice"
      },
      quoteCharacter = '"')
  void a_damaged_file_is_named_with_its_fault(String file, String fault) {
    assertThatThrownBy(() -> Category.read(file.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(fault);
  }
}
