package shotdeed.server.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.platform.DataFault;

/** A faulty file is refused with its name, the field, and what was expected there. */
class PolicyFaultsTest {
  @Test
  void the_files_as_they_are_load() throws IOException {
    assertThat(load("taobao.json", file("taobao.json")).all()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // wrong types
        "\"hours\": 72 | \"hours\": \"72\" | merge.hours: expected a whole number",
        "\"hours\": 72 | \"hours\": 72.5 | merge.hours: expected a whole number",
        "\"hours\": 72 | \"hours\": null | merge.hours: expected a whole number",
        "\"hours\": 72 | \"hours\": 99999999999 | merge.hours (line 201, column 25): expected a number that fits",
        "\"slides\": false | \"slides\": 0 | merge.slides: expected true or false",
        "\"market\": \"taobao\" | \"market\": 7 | market: expected a text",
        "\"key\": [\"holder\", \"right\", \"seller\"] | \"key\": \"holder\" | merge.key: expected a list",
        "\"kind\": \"severe\" | \"kind\": \"grave\" | points[3].kind: expected one of [grace, ordinary, repeated",
        "\"kind\": \"severe\" | \"kind\": null | points[3].kind: expected a value, not null",
        // fields
        "\"hours\": 72 | \"hours\": 72, \"minutes\": 0 | merge.minutes: unknown field; expected one of",
        "\"hours\": 72, | `` | merge.hours: expected",
        "\"hours\": 72 | \"hours\": 72, \"hours\": 73 | expected well-formed JSON: Duplicate field 'hours'",
        "\"slides\": false, | `` | merge.slides: expected",
        // what must not be missing
        "\"sources\": [\"0qia-7934\"] | \"sources\": [] | ledgers[0].basis.sources: expected at least one entry",
        "\"sources\": [\"0qia-7934\"] | \"sources\": null | ledgers[0].basis.sources: expected a value, not null",
        "\"sources\": [\"0qia-7934\"] | \"sources\": [\"x\"] | basis.sources[0]: expected the id of an entry",
        "\"confidence\": \"L\" | \"confidence\": \"X\" | validity.confidence: expected one of [H, M, L], not X",
        "\"zhCn\": \"一般违规，每次\" | \"zhCn\": \" \" | points[1].text.zhCn: expected a text",
        "\"id\": \"P4\" | \"id\": \"P3\" | points: expected ids that differ, but found twice: P3",
        "\"kind\": \"severe\" | \"kind\": \"repeated\" | points: expected exactly one rule of kind repeated, not 2",
        // values
        "\"slides\": false | \"slides\": true | merge.slides: expected false",
        "\"hours\": 72 | \"hours\": -1 | merge.hours: expected 0 to 8784, not -1",
        "\"at\": 24, | \"at\": 12, | ledgers[1].nodes[1].at: expected more than the node before, 12, not 12",
        "\"at\": 24, | \"at\": null, | ledgers[1].nodes[1]: expected exactly one of at and every",
        "\"every\": 12, | \"every\": 0, | ledgers[0].nodes[0].every: expected 1 to 1000, not 0",
        "\"statedTo\": 48, | \"statedTo\": 50, | ledgers[0].nodes[0].statedTo: expected a multiple of every",
        "\"days\": 7, | \"days\": null, | ledgers[0].nodes[0].days: expected a number of days",
        "\"days\": 7, | \"days\": -7, | ledgers[0].nodes[0].days: expected 1 to",
        "\"term\": \"fixed\" | \"term\": \"long\" | nodes[0].term: expected one of [fixed, permanent, not-stated]",
        "[\"account-sealed\"] | [\"account-eaten\"] | nodes[3].measures[0]: expected a measure that texts.json has",
        "\"at\": \"12-31T24:00\" | \"at\": \"06-30T24:00\" | clearing.at: expected one of [12-31T24:00]",
        "\"rule\": \"heaviest-only\" | \"rule\": \"all\" | execution.rule: expected one of [heaviest-only], not all",
        "\"validFrom\": null | \"validFrom\": \"soon\" | validFrom: expected a day such as 2022-01-01 or null",
        "\"affects\": [\"P4\", \"P5\"] | \"affects\": [\"P9\"] | disagreements[0].affects: expected all, rules and",
        "\"fromBasis\": null | \"fromBasis\": {\"confidence\": \"M\", \"mark\": \"R\","
            + " \"sources\": [\"t2y\"], \"note\": null} | points[0].fromBasis: expected null, as there is no from",
        "[\"wl-enterprise-338998\"] | [\"nobody\"] | points[2].fromBasis.sources[0]: expected the id of an entry",
        "\"ruleTextDate\": {\"en\": \"2020-09 | \"ruleTextDate\": {\"fr\": \"\", \"en\": \"2020-09 | ruleTextDate.fr: unknown field",
        "\"afterDays\": null | \"afterDays\": 365 | ledgers[0].clearing: expected exactly one of at and afterDays",
        "\"otherAfterDays\": null | \"otherAfterDays\": 0 | ledgers[0].clearing.otherBasis: expected a value just where",
        "\"dayRule\": null | \"dayRule\": \"W2\" | merge.dayBasis: expected a value just where dayRule is given",
        "[\"holder\", \"right\", \"seller\"] | [\"holder\"] | merge.key: expected seller, with holder and right or without",
        "\"per\": \"calendar-year\" | \"per\": \"month\" | grace.per: expected one of [calendar-year, all-time], not month",
        "\"kind\": \"ordinary\" | \"kind\": \"grace\" | points: expected exactly one rule of kind grace, not 2",
        "\"hosts\": [] | \"hosts\": [\"taobao\"] | hosts[0]: expected the name of a host such as taobao.com",
        "\"market\": \"taobao\" | \"market\": \"Tao bao\" | market: expected small letters, digits and hyphens",
        "\"rule\": \"W1\" | \"rule\": \"W9\" | merge.rule: expected one of [W1, W2, W3], not W9"
      })
  void a_fault_in_the_taobao_file(String sound, String faulty, String message) throws IOException {
    String json = file("taobao.json");
    assertThat(json).contains(sound);
    int at = json.indexOf(sound);
    String broken = json.substring(0, at) + (faulty == null ? "" : faulty) + json.substring(at + sound.length());
    assertThatThrownBy(() -> load("taobao.json", broken))
        .isInstanceOf(DataFault.class)
        .hasMessageStartingWith("taobao.json: ")
        .hasMessageContaining(message);
  }

  @Test
  void no_json_at_all() {
    assertThatThrownBy(() -> load("taobao.json", "")).hasMessageStartingWith("taobao.json: the file: expected");
    assertThatThrownBy(() -> load("taobao.json", "null"))
        .hasMessage("taobao.json: the file: expected an object, not null");
    assertThatThrownBy(() -> load("taobao.json", "[1]")).hasMessageStartingWith("taobao.json: the file: expected");
    assertThatThrownBy(() -> load("taobao.json", "{\"policy\": "))
        .hasMessageStartingWith("taobao.json: ")
        .hasMessageContaining("expected well-formed JSON");
    assertThatThrownBy(() -> load("taobao.json", file("taobao.json") + "{}"))
        .hasMessageStartingWith("taobao.json: ");
  }

  @Test
  void a_gap_between_two_texts_of_one_market() throws IOException {
    String later = file("tmall.json").replace("\"validFrom\": \"2022-01-01\"", "\"validFrom\": \"2022-02-01\"");
    assertThatThrownBy(() -> load("tmall.json", later))
        .hasMessage(
            "tmall.json: validFrom: expected no gap and no overlap within market tmall, but there is a gap with"
                + " tmall-earlier.json, whose validUntil is 2022-01-01");
  }

  @Test
  void an_overlap_of_two_texts_of_one_market() throws IOException {
    String open =
        file("tmall-earlier.json").replace("\"validUntil\": \"2022-01-01\"", "\"validUntil\": null");
    assertThatThrownBy(() -> load("tmall-earlier.json", open))
        .hasMessageContaining("but there is an overlap with tmall-earlier.json, whose validUntil is null");
  }

  @Test
  void a_text_that_ends_before_it_begins() throws IOException {
    String reversed = file("tmall.json").replace("\"validUntil\": null", "\"validUntil\": \"2021-01-01\"");
    assertThatThrownBy(() -> load("tmall.json", reversed))
        .hasMessage("tmall.json: validUntil: expected a day after validFrom");
  }

  @Test
  void one_id_in_two_files() throws IOException {
    String same = file("tmall.json").replace("\"tmall.improper_use\"", "\"taobao.improper_use\"");
    assertThatThrownBy(() -> load("tmall.json", same))
        .hasMessage("tmall.json: policy: expected an id of its own, but taobao.json has it too");
  }

  @Test
  void words_without_a_language() throws IOException {
    String silent = file("texts.json").replace("\"zhTw\": \"永久\"", "\"zhTw\": \"\"");
    assertThatThrownBy(() -> PolicyLibrary.of(Map.of(), silent.getBytes(StandardCharsets.UTF_8)))
        .hasMessage("texts.json: phrases.permanent.zhTw: expected a text");
  }

  private static PolicyLibrary load(String changed, String json) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : new String[] {"taobao.json", "tmall.json", "tmall-earlier.json"}) {
      files.put(name, (name.equals(changed) ? json : file(name)).getBytes(StandardCharsets.UTF_8));
    }
    return PolicyLibrary.of(files, file("texts.json").getBytes(StandardCharsets.UTF_8));
  }

  private static String file(String name) throws IOException {
    try (InputStream in = PolicyFaultsTest.class.getResourceAsStream("/shotdeed/penalty/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
