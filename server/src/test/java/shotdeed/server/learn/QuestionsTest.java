package shotdeed.server.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsTest {
  private static String file() throws IOException {
    try (InputStream in = Questions.class.getResourceAsStream("/shotdeed/server/exam.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void there_are_at_least_fifteen_questions_on_five_topics_and_eight_of_ten_pass() {
    Questions questions = Questions.bundled();
    assertThat(questions.all()).hasSizeGreaterThanOrEqualTo(15);
    assertThat(questions.drawn()).isEqualTo(10);
    assertThat(questions.passMark()).isEqualTo(8);
    for (Question question : questions.all()) {
      assertThat(question.answers().size()).isBetween(3, 4);
      assertThat(question.text().keySet()).containsExactlyInAnyOrder("en", "zh-CN", "zh-TW");
    }
  }

  @Test
  void traditional_chinese_is_written_with_traditional_characters() {
    // Characters that exist in simplified writing only: one of them would be a text that was not written anew.
    String simplifiedOnly = "发图认证实产这为会个们来对时间说让过还没问题处优页网点击开关买卖专业东两严丧临举么义乐乔习乡书";
    for (Question question : Questions.bundled().all()) {
      String all = question.text().get("zh-TW") + question.why().get("zh-TW")
          + question.answers().stream().map(answer -> answer.text().get("zh-TW")).toList();
      for (String character : List.of(simplifiedOnly.split(""))) {
        assertThat(all).as("%s in %s", character, question.id()).doesNotContain(character);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "\"topic\": \"before\" | \"topic\": \"weather\" | before-when: there is no topic weather",
    "\"id\": \"before-draft\" | \"id\": \"before-when\" | two questions are called before-when",
    "\"right\": true | \"right\": false | before-when: needs 3 or 4 answers, one of them right",
    "\"passMark\": 8 | \"passMark\": 11 | passMark must be 1 to 10",
    "\"passMark\": 8 | \"passMark\": \"8\" | passMark must be a whole number",
    "\"perTopic\": 2 | \"perTopic\": 3 | the topic before needs 6 questions",
    "Before they appear anywhere | ' ' | before-when: a text is missing or too long in en",
    "When the first copy turns up | Once they sell well | before-when: two answers are the same in en"
  })
  void a_file_with_a_fault_is_refused_naming_it(String before, String after, String message) throws IOException {
    String json = file().replaceFirst(before.strip(), after.strip());
    assertThat(json).isNotEqualTo(file());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Questions.read(json.getBytes(StandardCharsets.UTF_8)))
        .withMessage(message.strip());
  }
}
