package shotdeed.server.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.platform.Language;

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
      assertThat(question.text().keySet()).containsExactly(Language.values());
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
