package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.extension.rig.MarketRig;
import shotdeed.extension.rig.MarketRig.Opened;
import shotdeed.extension.rig.Photos;

/** Pages of shops under hosts of their own that the user added: made with Shopify, or with anything. */
class ShopPagesTest {
  private static MarketRig rig;

  @BeforeAll
  static void start(@TempDir Path folder) {
    rig = new MarketRig(folder, "fjord.example", "plain.example", "cdn.shopify.com");
    rig.page("/en-gb/products/denim-jacket", "shopify-theme.html");
    rig.page("/collections/jackets", "shopify-collection.html");
    rig.page("/coat", "generic-graph.html");
    file("/cdn/shop/files/jacket_front.jpg", Photos.JACKET);
    file("/cdn/shop/files/jacket_red.jpg", Photos.SHIRT);
    file("/cdn/shop/files/jacket_back.jpg", Photos.DRESS, "/cdn/shop/files/jacket_back_1080x.jpg");
    file("/cdn/shop/files/fabric.jpg", Photos.SHOES, "/cdn/shop/files/fabric_180x.jpg", "/cdn/shop/files/fabric_720x.jpg");
    file("/cdn/shop/files/skirt.jpg", Photos.SKIRT);
    file("/s/files/1/1/products/parka.jpg", Photos.JACKET, "/s/files/1/1/products/parka_1080x.jpg");
    file("/media/coat_data.jpg", Photos.JACKET);
    file("/media/coat_share.jpg", Photos.SKIRT);
    file("/media/coat_hero.jpg", Photos.SHIRT);
    file("/media/coat_lazy.jpg", Photos.DRESS, "/media/coat_320.jpg");
    file("/media/coat_detail.jpg", Photos.SHOES);
    rig.add("https://fjord.example", "https://cdn.shopify.com", "https://plain.example");
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @Test
  void a_shopify_theme_gives_what_its_data_name_what_it_loads_late_and_what_other_items_it_shows() {
    Opened page = rig.open("https://fjord.example/en-gb/products/denim-jacket?variant=1", 5, 1);
    assertThat(page.copies())
        .extracting(copy -> copy.title() + " " + copy.line("jacket_front", "jacket_red", "jacket_back", "fabric", "skirt"))
        .containsExactlyInAnyOrder(
            "Denim jacket, washed denim-jacket fjord-wear.myshopify.com Fjord main 1 jacket_front",
            "Denim jacket, washed denim-jacket fjord-wear.myshopify.com Fjord main 2 jacket_red",
            "Denim jacket, washed denim-jacket fjord-wear.myshopify.com Fjord main 3 jacket_back",
            "Denim jacket, washed denim-jacket fjord-wear.myshopify.com Fjord detail 1 fabric",
            "Linen skirt linen-skirt fjord-wear.myshopify.com Fjord other 1 skirt");
    assertThat(page.badges()).isNotEmpty();
  }

  @Test
  void a_shopify_collection_is_of_the_items_that_it_leads_to() {
    Opened page = rig.open("https://fjord.example/collections/jackets", 1, 0);
    assertThat(page.copies()).extracting(copy -> copy.pageUrl() + " " + copy.title() + " " + copy.role())
        .containsExactly("https://fjord.example/products/parka Parka other");
  }

  @Test
  void any_page_gives_the_pictures_that_its_data_name_though_nothing_shows_them() {
    Opened page = rig.open("https://plain.example/coat", 5, 0);
    assertThat(page.copies())
        .extracting(copy -> copy.title() + " " + copy.line("coat_data", "coat_share", "coat_hero", "coat_lazy", "coat_detail"))
        .containsExactlyInAnyOrder(
            "Wool coat WC-1  Plain goods Ltd main 1 coat_data",
            "Wool coat WC-1  Plain goods Ltd main 2 coat_share",
            "Wool coat WC-1  Plain goods Ltd main 3 coat_hero",
            "Wool coat WC-1  Plain goods Ltd detail 1 coat_detail",
            "Wool coat WC-1  Plain goods Ltd other 1 coat_lazy");
  }

  private static void file(String path, String photograph, String... sizes) {
    rig.photograph(photograph, path);
    rig.photograph(photograph, sizes);
  }
}
