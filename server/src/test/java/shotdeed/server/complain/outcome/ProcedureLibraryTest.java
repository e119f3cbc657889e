package shotdeed.server.complain.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.platform.DataFault;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;

class ProcedureLibraryTest {
  private static final ProcedureLibrary BUNDLED = ProcedureLibrary.bundled();

  @Test
  void every_marketplace_with_a_form_has_a_procedure_and_any_other_one_without_limits() {
    assertThat(BUNDLED.all()).hasSize(15);
    assertThat(BUNDLED.pick("tmall", "detail.tmall.com").id()).isEqualTo("tmall");
    assertThat(BUNDLED.pick("other", "www.amazon.de").id()).isEqualTo("amazon");
    Procedure unknown = BUNDLED.pick("other", "shop.example");
    assertThat(unknown.id()).isEqualTo("other");
    assertThat(unknown.of(Procedure.Term.DECISION)).isEmpty();
  }

  @Test
  void sources_that_disagree_stand_beside_each_other() {
    Procedure taobao = BUNDLED.pick("taobao", "item.taobao.com");
    assertThat(taobao.of(Procedure.Term.ACCUSED_APPEAL)).extracting(Reading::most).containsExactly(15, 3);
    assertThat(taobao.attempts(Procedure.Term.ACCUSED_APPEAL)).isEqualTo(1);
    assertThat(taobao.attempts(Procedure.Term.APPEAL)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void everything_that_the_data_names_has_its_words() {
    Texts texts = Texts.in(Language.ENGLISH);
    Answers answers = BUNDLED.answers();
    for (Answers.OfReason each : answers.dismissed()) {
      assertThat(texts.keys()).contains("outcome.reason." + each.reason());
      each.advice().forEach(code -> assertThat(texts.keys()).contains("outcome.advice." + code));
    }
    answers.appealed().advice().forEach(code -> assertThat(texts.keys()).contains("outcome.advice." + code));
    answers.counterNotice().values().forEach(advice ->
        advice.advice().forEach(code -> assertThat(texts.keys()).contains("outcome.advice." + code)));
    for (Procedure.Term term : Procedure.Term.values()) {
      assertThat(texts.keys()).contains("outcome.term." + term.text());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "\"id\": \"shopify\" | \"id\": \"shop\" | shopify.json: id: expected the file's own name",
    "America/New_York | Mars/Olympus | shopify.json: zone: expected a time zone such as Asia/Shanghai, not Mars/Olympus",
    "weekdays | sundays | shopify.json: calendar: expected china or weekdays",
    "\"least\": 10 | \"least\": 15 | shopify.json: terms.counterNotice.0.least: expected a number from 0 to most",
    "\"most\": 14 | \"most\": 9999 | shopify.json: terms.counterNotice.0.most: expected a number from 1 to 400",
    "\"hours\" | \"moons\" | shopify.json: terms.decision.0.unit: expected hours, days or working-days",
    "\"least\": 10 | \"least\": \"10\" | shopify.json: terms.counterNotice[0].least: expected a whole number: Cannot coerce String value",
    "\"least\": 10 | \"least\": 10.5 | shopify.json: terms.counterNotice[0].least: expected a whole number: Cannot coerce Floating-point value",
    "\"confidence\": \"L\" | \"confidence\": \"X\" | shopify.json: terms.decision.0.confidence: expected H, M, R, I or L",
    "\"read\": \"2026-11-21\" | \"read\": \"2027-11-21\" | shopify.json: terms.decision.0.read: expected a day not after the version",
    "\"evidence\": [], | | shopify.json: terms.evidence: expected a list, empty if nobody says",
    "\"answer\": [], | \"answer\": [], \"luck\": [], | shopify.json: terms.luck: expected the name of a time limit",
    "\"law\": \"dmca\" | \"law\": \"lynch\" | shopify.json: law: expected ecl, dmca or null",
    "\"law\": \"dmca\" | \"law\": \"dmca\", \"lawyer\": 1 | shopify.json: lawyer: unknown field; expected one of",
  })
  void a_faulty_file_is_refused_with_the_field_and_what_was_expected(String from, String to, String message)
      throws IOException {
    String json = file("procedures/shopify.json");
    assertThat(json).contains(from);
    String wrong = json.replaceFirst(java.util.regex.Pattern.quote(from), to == null ? "" : to);
    assertThatThrownBy(() ->
            ProcedureLibrary.of(Map.of("shopify.json", wrong.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(DataFault.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void faulty_answers_are_refused_too() throws IOException {
    String json = file("answers.json");
    assertThatThrownBy(() -> ProcedureLibrary.answers(
            json.replace("\"wrong-size\"", "\"edited\"").getBytes(StandardCharsets.UTF_8)))
        .hasMessage("answers.json: dismissed.reason: expected each once, but edited stands there twice");
    assertThatThrownBy(() -> ProcedureLibrary.answers("[".getBytes(StandardCharsets.UTF_8)))
        .hasMessageStartingWith("answers.json: ");
  }

  private static String file(String name) throws IOException {
    try (InputStream in = ProcedureLibrary.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
