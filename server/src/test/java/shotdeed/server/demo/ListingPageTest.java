package shotdeed.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListingPageTest {
  @Test
  void markup_in_titles_stays_text_in_the_page_and_in_its_data() {
    Catalogue.Words evil = new Catalogue.Words("</script><b>\"'&", "<i>");
    Catalogue.Listing listing = new Catalogue.Listing(
        "1", "s", evil, "1.00", "2.00", 3, List.of(evil), List.of("<u>"), evil, List.of(), List.of());
    String page = new ListingPage(listing, new Catalogue.Shop("s", evil, evil, 2020), "http://127.0.0.1:1").html();
    assertThat(page)
        .doesNotContain("<b>", "<i>", "<u>", "</script><b")
        .contains("<h1>&lt;/script&gt;&lt;b&gt;&quot;&#39;&amp;</h1>", "\\u003c/script>\\u003cb>");
  }
}
