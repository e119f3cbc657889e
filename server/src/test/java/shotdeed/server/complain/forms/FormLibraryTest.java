package shotdeed.server.complain.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.platform.DataFault;
import shotdeed.server.platform.Language;

class FormLibraryTest {
  private static final FormLibrary ALL = FormLibrary.bundled();

  @Test
  void each_marketplace_has_a_form() {
    assertThat(ALL.all()).extracting(EvidenceForm::id).containsExactly(
        "taobao", "tmall", "1688", "alibaba", "lazada", "pdd", "jd", "douyin", "xiaohongshu", "amazon", "ebay", "etsy",
        "shopify", "made-in-china");
  }

  @ParameterizedTest
  @CsvSource({
    "taobao, item.taobao.com, taobao",
    "tmall, detail.tmall.hk, tmall",
    "other, detail.1688.com, 1688",
    "other, www.aliexpress.com, alibaba",
    "other, es.aliexpress.com, alibaba",
    "other, www.lazada.co.th, lazada",
    "other, mobile.yangkeduo.com, pdd",
    "other, item.jd.com, jd",
    "other, haohuo.jinritemai.com, douyin",
    "other, www.xiaohongshu.com, xiaohongshu",
    "other, www.amazon.co.jp, amazon",
    "other, www.ebay.de, ebay",
    "other, www.etsy.com, etsy",
    "other, coats.myshopify.com, shopify",
    "other, cn.made-in-china.com, made-in-china"
  })
  void a_complaint_is_lodged_where_its_listings_stand(String market, String site, String form) {
    assertThat(ALL.pick(market, site).id()).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource({"other, coats.example", "other, nottaobao.com", "other, taobao.com.example", "other, jd.com.evil"})
  void a_site_that_only_looks_like_a_marketplace_is_none(String market, String site) {
    assertThat(ALL.pick(market, site)).isNull();
  }

  @Test
  void what_the_sources_state_is_what_the_data_says() {
    EvidenceForm.Slot taobao = ALL.byId("taobao").slots().get(0);
    assertThat(taobao.endings()).isEqualTo("JPG");
    assertThat(taobao.maxBytes().value()).isLessThan(20_000_000);
    assertThat(ALL.byId("taobao").slots().get(1).least().value()).isEqualTo(2);
    assertThat(ALL.byId("taobao").slots().get(2).count().value()).isEqualTo(3);
    assertThat(ALL.byId("1688").slots().get(0).smallest()).isEqualTo("200 KB");
    assertThat(ALL.byId("lazada").links().value()).isEqualTo(300);
    assertThat(ALL.byId("lazada").slots().get(0).count().value()).isEqualTo(4);
    assertThat(ALL.byId("lazada").slots().get(0).largest()).isEqualTo("5 MB");
    assertThat(ALL.byId("amazon").links().value()).isEqualTo(50);
    assertThat(ALL.byId("made-in-china").links().value()).isEqualTo(800);
    // What nobody states is not made up: it carries no source.
    Figure<?> amazon = ALL.byId("amazon").slots().get(0).maxBytes();
    assertThat(amazon.stated()).isFalse();
    assertThat(amazon.source()).isNull();
    // What is stated for Lazada is ours for the other marketplaces of the same house.
    EvidenceForm alibaba = ALL.byId("alibaba");
    assertThat(List.of(alibaba.links(), alibaba.slots().get(0).count(), alibaba.slots().get(0).maxBytes()))
        .extracting(Figure::stated).containsOnly(false);
  }

  @Test
  void pinduoduo_asks_for_the_picture_as_type_of_work_and_has_a_place_for_the_models_statement() {
    EvidenceForm pdd = ALL.byId("pdd");
    assertThat(pdd.text().fields()).extracting(FormText.Field::id).startsWith("type", "work-type");
    assertThat(pdd.text().field("work-type").fixed().get("zh-CN")).isEqualTo("图片");
    EvidenceForm.Slot model = pdd.slots().get(2);
    assertThat(model.name(Language.ENGLISH)).isEqualTo("Model's statement");
    assertThat(model.kinds()).containsExactly(Kind.RELEASE);
    assertThat(pdd.slots().get(3).kinds()).containsExactly(Kind.COMPARISON, Kind.PROOF);
    assertThat(ALL.byId("taobao").slots().get(2).kinds()).containsExactly(Kind.COMPARISON, Kind.PROOF, Kind.RELEASE);
  }

  @ParameterizedTest
  @CsvSource({"alibaba", "lazada"})
  void the_house_of_alibaba_names_the_papers_it_wants_and_is_known_by_its_older_host_too(String id) {
    EvidenceForm form = ALL.byId(id);
    assertThat(form.slots().get(0).name(Language.ENGLISH)).isEqualTo(
        "Attachments: proof of the right, or a signed Copyright Claim Statement if it is not registered; an agent adds the"
            + " authorisation letter");
    assertThat(form.text().hosts().value()).containsExactly("ipp.alibabagroup.com", "qinquan.taobao.com");
    assertThat(form.entry()).isEqualTo("https://ipp.alibabagroup.com/");
  }

  private static String etsy() {
    try (InputStream in = FormLibrary.class.getResourceAsStream("etsy.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void refused(String file, String json, String message) {
    Map<String, byte[]> files = new LinkedHashMap<>(Map.of(file, json.getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(() -> FormLibrary.of(files))
        .isInstanceOf(DataFault.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void a_faulty_file_is_refused_with_file_and_field_and_what_was_expected() {
    String good = etsy();
    assertThat(FormLibrary.of(Map.of("etsy.json", good.getBytes(StandardCharsets.UTF_8))).all()).hasSize(1);
    refused("other.json", good, "id: expected the file's own name");
    refused("etsy.json", "{", "line 1, column 2: expected well-formed JSON");
    refused("etsy.json", good.replace("\"entry\"", "\"door\""), "entry: expected a text: Missing");
    refused("etsy.json", good.replace("\"entry\"", "\"door\": 1, \"entry\""), "door: unknown field");
    refused("etsy.json", good.replace("\"version\": \"2026-11-22\"", "\"version\": \"soon\""),
        "version: expected a day such as 2026-11-22, not soon");
    refused("etsy.json", good.replace("\"en\": \"Attachments\", ", ""), "slots.attachments.name: expected a name in en");
    refused("etsy.json", good.replace("\"paper\"", "\"song\""), "slots.attachments.takes: expected a kind of file, not song");
    refused("etsy.json", good.replace("\"links\": {\"value\": 10, \"stated\": false", "\"links\": {\"value\": 10, \"stated\": true"),
        "links.source: expected where it is stated");
    refused("etsy.json", good.replace("\"links\": {\"value\": 10, \"stated\": false, \"source\": null",
        "\"links\": {\"value\": 10, \"stated\": false, \"source\": \"a blog\""), "links: expected neither source nor day");
    refused("etsy.json", good.replace("\"links\": {\"value\": 10", "\"links\": {\"value\": 0"),
        "links: expected a number from 1 to 10000, not 0");
    refused("etsy.json", good.replace("\"links\": {\"value\": 10", "\"links\": {\"value\": \"ten\""), "links.value");
    refused("etsy.json", good.replace("\"maxBytes\": {\"value\": 5000000", "\"maxBytes\": {\"value\": -1"),
        "slots.attachments.maxBytes: expected a number from 1");
    refused("etsy.json", good.replace("\"minBytes\": {\"value\": 0", "\"minBytes\": {\"value\": 6000000"),
        "slots.attachments.minBytes: expected a number from 0 to 5000000, not 6000000");
    refused("etsy.json", good.replace("\"unedited\": {\"value\": false, \"stated\": false",
        "\"unedited\": {\"value\": true, \"stated\": true"), "slots.attachments.unedited.source: expected where");
    refused("etsy.json", good.replace("[\"etsy.com\"]", "[\"https://etsy.com/\"]"), "hosts: expected names of hosts");
    refused("etsy.json", good.replace("\"read\": null", "\"read\": null, \"read\": null"), "expected well-formed JSON: Duplicate field");
  }

  @Test
  void a_fault_in_what_is_written_into_a_form_is_named_too() {
    String good = etsy();
    refused("etsy.json", good.replace("\"text\": {", "\"words\": {"), "text: expected an object with all fields of FormText");
    refused("etsy.json", good.replace("[\"www.etsy.com\"]", "[\"https://www.etsy.com\"]"),
        "text.hosts: expected names of hosts, not https://www.etsy.com");
    refused("etsy.json", good.replace("\"holder-or-agent\"", "\"anybody\""), "text.lodger: expected one of");
    refused("etsy.json", good.replace("\"id\": \"phone\"", "\"id\": \"address\""),
        "text.fields.id: expected each once, but address stands there twice");
    refused("etsy.json", good.replace("\"id\": \"links\"", "\"id\": \"lynx\""),
        "text.fields: expected a field that names the listings");
    refused("etsy.json", good.replace("\"filling\": \"work\"", "\"filling\": \"magic\""),
        "text.fields.work.filling: expected where the value comes from, not magic");
    refused("etsy.json", good.replace("\"kind\": \"tick\"", "\"kind\": \"stamp\""), "text.fields.good-faith.kind: expected one of");
    refused("etsy.json", good.replace("\"max\": {\"value\": null", "\"max\": {\"value\": 100"),
        "text.fields.full-name.max: expected a value exactly if somebody states it");
    refused("etsy.json", good.replace("\"en\": \"Phone\", ", ""), "text.fields.phone.label: expected words in en");
    refused("etsy.json", good.replace("\"find\": [\"手机\"", "\"find\": [\"PHONE\""),
        "text.fields.phone.find: expected words in lower case, not PHONE");
    refused("etsy.json", good.replace("\"filling\": \"phone\",\n        \"fixed\": null",
        "\"filling\": \"phone\",\n        \"fixed\": {\"en\": \"x\"}"), "text.fields.phone.fixed: expected nothing");
  }

  @Test
  void each_form_says_who_may_lodge_it_and_no_limit_is_made_up() {
    assertThat(ALL.byId("tmall").text().mainAccountOnly()).isTrue();
    assertThat(ALL.byId("taobao").text().mainAccountOnly()).isFalse();
    assertThat(ALL.byId("xiaohongshu").text().lodger().stated()).isFalse();
    assertThat(ALL.byId("ebay").text().mail().to().value()).isEqualTo("vero@ebay.com");
    // The limit of eBay's programming interface is none of its e-mail's, and nobody says that it takes no attachments.
    assertThat(ALL.byId("ebay").text().field("statement").max().value()).isNull();
    assertThat(ALL.byId("ebay").text().mail().files().value()).isNull();
    assertThat(ALL.byId("amazon").entryFor("www.amazon.co.jp")).isEqualTo("https://www.amazon.co.jp/report/infringement");
    for (EvidenceForm form : ALL.all()) {
      for (FormText.Field field : form.text().fields()) {
        assertThat(field.max().stated()).as(form.id() + " " + field.id()).isEqualTo(field.max().value() != null);
      }
    }
  }

  @Test
  void a_site_belongs_to_one_marketplace() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("etsy.json", etsy().getBytes(StandardCharsets.UTF_8));
    files.put("yard.json", etsy()
        .replace("\"id\": \"etsy\"", "\"id\": \"yard\"")
        .replace("[\"etsy\"]", "[\"yard\"]")
        .getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> FormLibrary.of(files))
        .hasMessage("yard.json: hosts: expected etsy.com in one file only, but etsy.json has it too");
  }
}
