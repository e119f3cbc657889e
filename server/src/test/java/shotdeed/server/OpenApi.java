package shotdeed.server;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A description in OpenAPI 3.1, and whether answers and messages are as it says. */
final class OpenApi {
  private static final String BASE = "https://shotdeed.example/openapi.yaml";
  private static final String SCHEMA = BASE + "#/components/schemas/";
  private static final String PROBLEM = "problem.";
  private static final String PROBLEM_TYPE = "application/problem+json";
  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode root;
  private final SchemaRegistry registry;

  /**
   * Reads one.
   *
   * @param yaml in which each reference is a quoted {@code '#/…'}
   */
  OpenApi(byte[] yaml) {
    String text = new String(yaml, StandardCharsets.UTF_8);
    // Absolute references hold wherever a part of the file is taken to.
    root = new YAMLMapper().readTree(text.replace("'#/", "'" + BASE + "#/"));
    registry = SchemaRegistry.withDialect(Dialects.getOpenApi31(), builder ->
        builder
            .schemas(Map.of(BASE, text))
            .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  JsonNode root() {
    return root;
  }

  /** All of them, such as {@code GET /api/v1/devices/{id}}. */
  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    root.get("paths").properties().forEach(path ->
        path.getValue().propertyNames().stream()
            .filter(name -> !name.equals("parameters"))
            .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return operations;
  }

  /** The members that a schema names. */
  Set<String> members(String schema) {
    return new TreeSet<>(root.at("/components/schemas/" + schema + "/properties").propertyNames());
  }

  /** Every code of a problem, with its status: {@code 404 not-found}. */
  Set<String> problems() {
    Set<String> problems = new TreeSet<>();
    root.at("/components/schemas").properties().forEach(schema -> {
      JsonNode properties = schema.getValue().path("properties");
      if (schema.getKey().startsWith(PROBLEM) && properties.at("/code/const").isString()) {
        problems.add(properties.at("/status/const").asInt() + " " + properties.at("/code/const").asString());
      }
    });
    return problems;
  }

  /** Every answer that an operation names, as {@link Answer#summary} puts it; {@code default} is left out. */
  Set<String> answers(String operation) {
    Set<String> answers = new TreeSet<>();
    responses(operation).properties().forEach(entry -> {
      JsonNode problem = resolved(entry.getValue()).path("content").path(PROBLEM_TYPE).path("schema");
      if (entry.getKey().equals("default")) {
        return;
      }
      if (problem.isMissingNode()) {
        answers.add(entry.getKey());
      }
      for (JsonNode one : problem.has("oneOf") ? problem.get("oneOf") : JSON.createArrayNode().add(problem)) {
        if (one.has("$ref")) {
          String name = one.get("$ref").asString().substring(SCHEMA.length());
          answers.add(entry.getKey() + " " + name.substring(PROBLEM.length()));
        }
      }
    });
    return answers;
  }

  /** What of an answer is not as the description says; empty if all is. */
  List<String> faults(String operation, Answer answer) {
    JsonNode responses = responses(operation);
    JsonNode stated = responses.path(String.valueOf(answer.status()));
    JsonNode response = resolved(stated.isMissingNode() ? responses.path("default") : stated);
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
      String value = answer.headers().get(header.getKey().toLowerCase(Locale.ROOT));
      if (value == null) {
        faults.add("the header " + header.getKey() + " is missing");
      } else {
        faults.addAll(faults(resolved(header.getValue()).get("schema"), StringNode.valueOf(value)));
      }
    }
    faults.addAll(bodyFaults(response.path("content"), answer));
    return faults;
  }

  private List<String> bodyFaults(JsonNode content, Answer answer) {
    if (content.isMissingNode()) {
      return answer.body().length == 0 ? List.of() : List.of("there is a body");
    }
    if (answer.mediaType() == null || !content.has(answer.mediaType())) {
      return List.of("the content type is " + answer.mediaType());
    }
    if (answer.body().length == 0) {
      return List.of("the body is empty");
    }
    JsonNode schema = content.get(answer.mediaType()).path("schema");
    if (schema.isMissingNode()) {
      return answer.mediaType().endsWith("json") ? List.of("the body has no schema") : List.of();
    }
    return faults(
        schema,
        answer.mediaType().endsWith("json") ? JSON.readTree(answer.body()) : StringNode.valueOf(answer.text()));
  }

  /** What of a message is not as a named schema says. */
  List<String> faults(String schema, String json) {
    return registry.getSchema(SchemaLocation.of(SCHEMA + schema)).validate(JSON.readTree(json)).stream()
        .map(Error::toString)
        .toList();
  }

  private List<String> faults(JsonNode schema, JsonNode value) {
    return registry.getSchema(schema).validate(value).stream().map(Error::toString).toList();
  }

  /** A request's own description: its media types. */
  JsonNode request(String operation) {
    return operation(operation).path("requestBody").path("content");
  }

  private JsonNode responses(String operation) {
    return operation(operation).path("responses");
  }

  JsonNode operation(String operation) {
    String[] words = operation.split(" ");
    return root.get("paths").path(words[1]).path(words[0].toLowerCase(Locale.ROOT));
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? root.at(node.get("$ref").asString().substring(BASE.length() + 1)) : node;
  }
}
