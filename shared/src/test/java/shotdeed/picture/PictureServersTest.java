package shotdeed.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One picture in five sizes is one picture; the largest file is tried first, the page's own address last. */
class PictureServersTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      Taobao   | https://img.alicdn.com/imgextra/i1/22001122/O1CN01ab_!!22001122.jpg_400x400q90.jpg_.webp https://gw.alicdn.com/imgextra/i3/22001122/O1CN01ab_!!22001122.jpg_60x60q50s150.jpg https://img.alicdn.com/imgextra/O1CN01ab_!!22001122.jpg https://img.alicdn.com/imgextra/i1/22001122/O1CN01ab_!!22001122.jpg_.webp http://gd2.alicdn.com/x/O1CN01ab_!!22001122.jpg_110x10000Q75.jpg_.webp https://img.alicdn.com/i1/O1CN01ab_!!22001122.jpg_960x960q75.jpg_.avif https://img.alicdn.com/i1/O1CN01ab_!!22001122.jpg_sum.jpg https://img.alicdn.com/i1/O1CN01ab_!!22001122.jpg_250x250xz.jpg
      HEIC     | https://img.alicdn.com/i2/O1CN01cd.heic_q50.jpg_.webp https://img.alicdn.com/i2/O1CN01cd.heic https://img.alicdn.com/i2/O1CN01cd.heic_60x60.jpg
      old      | https://img.alicdn.com/tps/TB1abcd_230x87Q50s150.jpg https://img1.taobaocdn.com/tps/TB1abcd_50x50.jpg https://img.alicdn.com/tps/TB1abcd.jpg
      1688     | https://cbu01.alicdn.com/img/ibank/O1CN01xy_!!99-0-cib.220x220.jpg https://cbu01.alicdn.com/img/ibank/O1CN01xy_!!99-0-cib.310x310.jpg_.webp https://cbu01.alicdn.com/img/ibank/O1CN01xy_!!99-0-cib.search.jpg https://cbu01.alicdn.com/img/ibank/O1CN01xy_!!99-0-cib.summ.jpg https://cbu01.alicdn.com/img/ibank/O1CN01xy_!!99-0-cib.jpg
      AliExpress | https://ae01.alicdn.com/kf/S1234abcd.jpg_960x960q75.jpg_.avif https://ae-pic-a1.aliexpress-media.com/kf/S1234abcd.jpg_220x220q75.jpg_.avif https://ae01.alicdn.com/kf/S1234abcd.jpg?ver=1_640x640.jpg
      JD       | https://img14.360buyimg.com/n1/s450x450_jfs/t1/1/2/abc.jpg!q70.dpg.webp https://img10.360buyimg.com/n5/jfs/t1/1/2/abc.jpg https://img30.360buyimg.com/popWaterMark/jfs/t1/1/2/abc.jpg.avif https://m.360buyimg.com/mobilecms/s372x372_jfs/t1/1/2/abc.jpg.dpg https://img20.360buyimg.com/pcpubliccms/s1440x1440_jfs/t1/1/2/abc.jpg
      Pinduoduo | https://img.pddpic.com/mms/2026/a/b.jpeg.a.jpeg?imageMogr2/thumbnail/400x https://img-2.pddpic.com/mms/2026/a/b.jpeg.a.jpeg https://img.kwcdn.com/mms/2026/a/b.jpeg.a.jpeg?imageView2/2/w/1300/q/80%7CimageMogr2/strip
      Amazon   | https://m.media-amazon.com/images/I/71abcD+EfL._AC_SX679_.jpg https://m.media-amazon.com/images/I/71abcD+EfL.jpg https://images-na.ssl-images-amazon.com/images/I/71abcD+EfL._SL1500_CR0,0,1,1_.jpg https://m.media-amazon.com/images/I/71abcD+EfL._AC_UL320_SR260,320_.jpg
      eBay     | https://i.ebayimg.com/images/g/AbCAAOSw1/s-l500.webp https://i.ebayimg.com/images/g/AbCAAOSw1/s-l1600.jpg https://i.ebayimg.com/thumbs/images/g/AbCAAOSw1/s-l225.jpg https://i.ebayimg.com/00/s/MTYw/z/AbCAAOSw1/$_57.JPG
      Etsy     | https://i.etsystatic.com/1/r/il/abc/5001/il_794xN.5001_x1y2.jpg https://i.etsystatic.com/1/r/il/abc/5001/il_fullxfull.5001_x1y2.jpg https://i.etsystatic.com/1/r/il/abc/5001/il_75x75.5001_x1y2.jpg https://i.etsystatic.com/1/r/il/abc/5001/il_1588xN.5001_x1y2.webp
      Shopify  | https://cdn.shopify.com/s/files/1/0001/products/coat_300x.jpg?v=16 https://cdn.shopify.com/s/files/1/0001/products/coat_600x600_crop_center@2x.progressive.jpg?v=16 https://cdn.shopify.com/s/files/1/0001/products/coat.jpg?v=16&width=1100 https://cdn.shopify.com/s/files/1/0001/products/coat_grande.jpg https://cdn.shopify.com/s/files/1/0001/products/coat.jpg.webp
      its own shop | https://example.com/cdn/shop/files/coat.jpg?v=2&width=493 https://example.com/cdn/shop/files/coat_1024x1024.jpg?v=2 https://example.com/cdn/shop/files/coat@2x.jpg
      Douyin   | https://p3-item.ecombdimg.com/img/v1_abc~tplv-5mmsx3fupr-re_cp:410:410:q100.jpeg https://p9-aio.ecombdimg.com/img/v1_abc~tplv-water:QQ==:1:2.webp?x-signature=1
      Shopee   | https://down-tw.img.susercontent.com/file/tw-11134_abc_tn https://down-tw.img.susercontent.com/file/tw-11134_abc@resize_w450_nl.webp https://cf.shopee.tw/file/tw-11134_abc
      Lazada   | https://sg-live-01.slatic.net/p/abc.jpg_720x720q80.jpg https://my-live.slatic.net/p/abc.jpg_80x80q80.jpg_.webp https://sg-live-01.slatic.net/p/abc.jpg
      Suning   | https://image.suning.cn/uimg/b2c/0-0123_1_60x60.jpg https://image2.suning.cn/uimg/b2c/0-0123_1_800x800.jpg https://image.suning.cn/uimg/b2c/0-0123_1_160x160.jpg
      Suning, new | https://imgservice.suning.cn/uimg1/b2c/image/aB3.jpg_400w_400h_4e https://imgservice.suning.cn/uimg1/b2c/image/aB3.jpg_60w_60h_4e_80Q https://imgservice.suning.cn/uimg1/b2c/image/aB3.jpg
      """)
  void all_sizes_formats_and_servers_of_a_picture_are_one(String server, String addresses) {
    Set<String> keys = Stream.of(addresses.split(" ")).map(PictureServers::key).collect(Collectors.toSet());
    assertThat(keys).as(server).hasSize(1);
    assertThat(keys.iterator().next()).contains(":");
  }

  @ParameterizedTest
  @CsvSource(delimiter = ' ', textBlock = """
      https://img.alicdn.com/i1/O1CN01ab.jpg_60x60.jpg https://img.alicdn.com/i1/O1CN01ac.jpg_60x60.jpg
      https://img14.360buyimg.com/n1/jfs/t1/1/2/abc.jpg https://img14.360buyimg.com/n1/jfs/t1/1/3/abc.jpg
      https://img.pddpic.com/a/b.jpeg https://img.pddpic.com/a/b.jpeg.a.jpeg
      https://m.media-amazon.com/images/I/71abcDEfL.jpg https://m.media-amazon.com/images/I/71abcDEfM.jpg
      https://i.ebayimg.com/images/g/AAA/s-l500.jpg https://i.ebayimg.com/images/g/AAB/s-l500.jpg
      https://i.etsystatic.com/r/il/a/1/il_75x75.1_a.jpg https://i.etsystatic.com/r/il/a/2/il_75x75.2_a.jpg
      https://cdn.shopify.com/s/files/1/0001/products/1.jpg https://cdn.shopify.com/s/files/1/0002/products/1.jpg
      https://a.example/cdn/shop/files/1.jpg https://b.example/cdn/shop/files/1.jpg
      https://p3-item.ecombdimg.com/img/a~x.jpeg https://p3-item.ecombdimg.com/img/b~x.jpeg
      https://image.suning.cn/a_1_60x60.jpg https://image.suning.cn/a_2_60x60.jpg
      https://shop.example/a.jpg?size=1 https://shop.example/a.jpg?size=2
      https://shop.example/a_60x60.jpg https://shop.example/a_80x80.jpg
      """)
  void two_pictures_are_two(String one, String other) {
    assertThat(PictureServers.key(one)).isNotEqualTo(PictureServers.key(other));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      https://img.alicdn.com/i1/22/O1CN_a.jpg_400x400q90.jpg_.webp | https://img.alicdn.com/i1/22/O1CN_a.jpg
      https://img.alicdn.com/tps/TB1a_230x87Q50s150.jpg | https://img.alicdn.com/tps/TB1a.jpg https://img.alicdn.com/tps/TB1a
      https://cbu01.alicdn.com/img/ibank/O1CN_b.220x220.jpg_.webp | https://cbu01.alicdn.com/img/ibank/O1CN_b.220x220.jpg https://cbu01.alicdn.com/img/ibank/O1CN_b.jpg
      https://img14.360buyimg.com/n5/s54x54_jfs/t1/abc.jpg.avif | https://img14.360buyimg.com/n0/jfs/t1/abc.jpg https://img14.360buyimg.com/imgzone/jfs/t1/abc.jpg https://img14.360buyimg.com/n1/jfs/t1/abc.jpg
      https://img.pddpic.com/a/b.jpeg.a.jpeg?imageView2/2/w/400 | https://img.pddpic.com/a/b.jpeg.a.jpeg
      https://m.media-amazon.com/images/I/71abc._AC_US40_.jpg | https://m.media-amazon.com/images/I/71abc.jpg https://m.media-amazon.com/images/I/71abc._AC_SL1500_.jpg
      https://i.ebayimg.com/images/g/AAA/s-l140.webp | https://i.ebayimg.com/images/g/AAA/s-l1600.jpg
      https://i.etsystatic.com/r/il/a/1/il_75x75.1_a.jpg | https://i.etsystatic.com/r/il/a/1/il_fullxfull.1_a.jpg
      https://cdn.shopify.com/s/files/1/1/products/coat_300x.jpg?v=16&width=300 | https://cdn.shopify.com/s/files/1/1/products/coat.jpg?v=16
      https://image.suning.cn/uimg/0-0123_1_60x60.jpg | https://image.suning.cn/uimg/0-0123_1_800x800.jpg
      https://p3-item.ecombdimg.com/img/a~tplv:410.jpeg?sign=1 | ''
      https://shop.example/coat_60x60.jpg | ''
      """)
  void the_largest_is_tried_first_and_the_page_s_own_address_last(String url, String larger) {
    List<String> expected = larger.isEmpty() ? List.of(url) : Stream.concat(Stream.of(larger.split(" ")), Stream.of(url)).toList();
    assertThat(PictureServers.candidates(url)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      https://img.alicdn.com/imgextra/i2/2200112233/O1CN01_!!2200112233.jpg_60x60.jpg, 2200112233
      https://img.alicdn.com/imgextra/i2/2200112233/O1CN01_!!0-item_pic.jpg, 2200112233
      https://img.alicdn.com/imgextra/O1CN01_!!2200112233-0-cib.jpg, 2200112233
      https://img.alicdn.com/imgextra/i2/O1CN01_!!6000000001234-2-tps-200-200.png, ''
      https://shop.example/i2/2200112233/O1CN01_!!2200112233.jpg, ''
      """)
  void a_name_on_alibaba_s_servers_tells_who_uploaded_it(String url, String account) {
    assertThat(PictureServers.uploader(url)).isEqualTo(account);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", " ", "http://", "https://", "https:///", "https://?", "https://#", "javascript:alert(1)", "data:image/png;base64,AAAA",
      "blob:https://a/b", "//img.alicdn.com/a.jpg", "HTTPS://IMG.ALICDN.COM/A.JPG_60x60.jpg", "https://img.alicdn.com", "https://img.alicdn.com/",
      "https://img.alicdn.com/?a.jpg_60x60.jpg", "https://img.alicdn.com/.jpg", "https://img.alicdn.com/_60x60.jpg", "https://img.alicdn.com/../../a.jpg_60x60.jpg",
      "https://user:pass@img.alicdn.com/a.jpg_60x60.jpg", "https://img.alicdn.com@evil.example/a.jpg_60x60.jpg", "https://img.alicdn.com:8443/a.jpg_60x60.jpg",
      "https://img.alicdn.com.evil.example/a.jpg_60x60.jpg", "https://evil.example/img.alicdn.com/a.jpg_60x60.jpg", "https://img.alicdn.com/%2e%2e/a.jpg_60x60.jpg",
      "https://img14.360buyimg.com/jfs/", "https://img14.360buyimg.com/n1/jfs/jfs/jfs/", "https://m.media-amazon.com/images/I/.", "https://m.media-amazon.com/images/I/..jpg",
      "https://i.ebayimg.com/images/g//s-l500.jpg", "https://i.ebayimg.com/g/", "https://i.ebayimg.com/s-l500.jpg", "https://i.etsystatic.com/il_.", "https://cdn.shopify.com/_300x.jpg",
      "https://cdn.shopify.com/a@x.jpg?v=&v=&&", "https://p3.byteimg.com/~", "https://p3.byteimg.com/~~~", "https://image.suning.cn/_60x60.jpg", "https://image.suning.cn/.jpg_",
      "https://img.pddpic.com?x", "https://cf.shopee.sg/@@@_tn_tn", "https://a.example/cdn/shop/", "https://a.example/cdn/shop/?v=1"
  })
  void hostile_addresses_lead_nowhere_else(String url) {
    holds(url);
    holds(url + "x".repeat(5_000));
  }

  @Test
  void whatever_an_address_is_made_of_the_rules_hold() {
    Random random = new Random(11);
    String[] parts = {
      "https://", "http://", "img.alicdn.com", "cdn.shopify.com", "i.ebayimg.com", "img1.360buyimg.com", "i.etsystatic.com", "image.suning.cn", "m.media-amazon.com",
      "/", "//", "_", ".", "x", "60", "x60", "_60x60", ".jpg", ".jpeg", ".webp", "jfs/", "/g/", "/images/", "il_", "~", "@", "?", "#", "v=1", "&", "!", ":", "%20", "\u0000", "图", "_!!22", "/i2/"
    };
    for (int i = 0; i < 200_000; i++) {
      StringBuilder url = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        url.append(parts[random.nextInt(parts.length)]);
      }
      holds(url.toString());
    }
  }

  private static void holds(String url) {
    List<String> candidates = PictureServers.candidates(url);
    assertThat(candidates).as(url).hasSizeBetween(1, 4).doesNotHaveDuplicates().endsWith(url);
    PictureUrl own = PictureUrl.of(url);
    for (String candidate : candidates.subList(0, candidates.size() - 1)) {
      PictureUrl parts = PictureUrl.of(candidate);
      assertThat(parts.scheme()).as(url).isEqualTo(own.scheme());
      assertThat(parts.authority()).as(url).isIn(own.authority(), "i.ebayimg.com");
    }
    assertThat(PictureServers.key(url)).isNotNull();
    assertThat(PictureServers.uploader(url)).matches("[0-9]*");
  }
}
