package shotdeed.server.learn;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Language;

/** The exam's questions, from a file of the jar, checked whole when it is read. */
public final class Questions {
  private static final String FILE = "/shotdeed/server/exam.json";
  private static final int MAX_TEXT = 400;

  private final int passMark;
  private final int perTopic;
  private final Map<String, Question> byId = new LinkedHashMap<>();

  private Questions(JsonNode root) {
    passMark = number(root, "passMark");
    perTopic = number(root, "perTopic");
    for (JsonNode node : array(root, "questions")) {
      Question question = question(node);
      if (byId.put(question.id(), question) != null) {
        throw new IllegalArgumentException("two questions are called " + question.id());
      }
    }
    Map<Question.Topic, Integer> counts = new EnumMap<>(Question.Topic.class);
    byId.values().forEach(question -> counts.merge(question.topic(), 1, Integer::sum));
    for (Question.Topic topic : Question.Topic.values()) {
      // Twice as many as are drawn: another attempt gets others.
      if (counts.getOrDefault(topic, 0) < 2 * perTopic) {
        throw new IllegalArgumentException("the topic " + topic.text() + " needs " + 2 * perTopic + " questions");
      }
    }
    if (passMark < 1 || passMark > drawn()) {
      throw new IllegalArgumentException("passMark must be 1 to " + drawn());
    }
  }

  /** The program's own. */
  public static Questions bundled() {
    try (InputStream in = Questions.class.getResourceAsStream(FILE)) {
      return read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " is missing from the jar", e);
    }
  }

  /**
   * Reads a file of questions.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  static Questions read(byte[] json) throws IOException {
    return new Questions(Json.tree(json));
  }

  private static Question question(JsonNode node) {
    String id = text(node, "id");
    Question.Topic topic = null;
    for (Question.Topic each : Question.Topic.values()) {
      topic = each.text().equals(text(node, "topic")) ? each : topic;
    }
    if (topic == null) {
      throw new IllegalArgumentException(id + ": there is no topic " + text(node, "topic"));
    }
    List<Question.Answer> answers = new ArrayList<>();
    int right = 0;
    Set<String> seen = new HashSet<>();
    for (JsonNode answer : array(node, "answers")) {
      boolean isRight = answer.path("right").asBoolean(false);
      right += isRight ? 1 : 0;
      Map<Language, String> texts = texts(id, answer.path("text"));
      for (Map.Entry<Language, String> entry : texts.entrySet()) {
        if (!seen.add(entry.getKey().tag() + " " + entry.getValue())) {
          throw new IllegalArgumentException(id + ": two answers are the same in " + entry.getKey().tag());
        }
      }
      answers.add(new Question.Answer(texts, isRight));
    }
    if (answers.size() < 3 || answers.size() > 4 || right != 1) {
      throw new IllegalArgumentException(id + ": needs 3 or 4 answers, one of them right");
    }
    return new Question(
        id, topic, texts(id, node.path("text")), List.copyOf(answers), texts(id, node.path("why")));
  }

  private static Map<Language, String> texts(String id, JsonNode node) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      String text = node.path(member(language)).asText("").trim();
      if (text.isEmpty() || text.length() > MAX_TEXT) {
        throw new IllegalArgumentException(id + ": a text is missing or too long in " + language.tag());
      }
      texts.put(language, text);
    }
    return texts;
  }

  private static String member(Language language) {
    return switch (language) {
      case ENGLISH -> "en";
      case SIMPLIFIED_CHINESE -> "zhCn";
      case TRADITIONAL_CHINESE -> "zhTw";
    };
  }

  private static JsonNode array(JsonNode node, String name) {
    if (!node.path(name).isArray()) {
      throw new IllegalArgumentException(name + " must be a list");
    }
    return node.get(name);
  }

  private static String text(JsonNode node, String name) {
    String text = node.path(name).asText("");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a question has no " + name);
    }
    return text;
  }

  private static int number(JsonNode node, String name) {
    if (!node.path(name).isInt()) {
      throw new IllegalArgumentException(name + " must be a whole number");
    }
    return node.get(name).asInt();
  }

  /** All of them. */
  public List<Question> all() {
    return List.copyOf(byId.values());
  }

  /** One of them, or {@code null} if it is no longer asked. */
  Question one(String id) {
    return byId.get(id);
  }

  /** Questions of one topic in an attempt. */
  int perTopic() {
    return perTopic;
  }

  /** Questions of an attempt. */
  public int drawn() {
    return perTopic * Question.Topic.values().length;
  }

  /** Right answers that pass. */
  public int passMark() {
    return passMark;
  }
}
