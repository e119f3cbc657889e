package shotdeed.extension.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmazonWordsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Ships from and sold by Amazon.com. | Amazon.com",
    "Sold by Riverbank and Fulfilled by Amazon. | Riverbank",
    "Verkauf durch Waldweg Mode und Versand durch Amazon. | Waldweg Mode",
    "Vendu par Atelier Lin et expédié par Amazon. | Atelier Lin",
    "Riverbank | Riverbank",
    "Riverbank Inc. | Riverbank Inc.",
    "'' | ''"
  })
  void a_line_about_who_sells_holds_a_name(String line, String name) {
    assertThat(AmazonWords.seller(line)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Visit the Northfield Store | Northfield",
    "Besuche den Nordfeld-Store | Nordfeld",
    "Visiter la boutique Champ | Champ",
    "Brand: Northfield | Northfield",
    "Marque : Champ | Champ",
    "ブランド: 北野 | 北野",
    "北野のストアを表示 | 北野",
    "Northfield | Northfield",
    "'' | ''"
  })
  void a_line_about_the_brand_holds_a_name(String line, String name) {
    assertThat(AmazonWords.brand(line)).isEqualTo(name);
  }
}
