package shotdeed.server.platform;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;

/**
 * JSON of messages: strict about types (a number in quotes is no number), lenient about members it does not know, so
 * that a newer extension can talk to an older server.
 */
public final class Json {
  private static final ObjectMapper MAPPER = mapper();

  private Json() {}

  private static ObjectMapper mapper() {
    ObjectMapper mapper = JsonMapper.builder()
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .addModule(new SimpleModule()
            .addSerializer(Instant.class, new TimeWriter())
            .addSerializer(LocalDate.class, ToStringSerializer.instance)
            .addDeserializer(Instant.class, new TimeReader())
            .addDeserializer(LocalDate.class, new DayReader()))
        .build();
    for (CoercionInputShape shape :
        new CoercionInputShape[] {
          CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
      mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
    }
    return mapper;
  }

  private static final class TimeWriter extends StdSerializer<Instant> {
    TimeWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant time, JsonGenerator out, SerializerProvider provider) throws IOException {
      out.writeString(Times.text(time));
    }
  }

  /** What the server kept itself; a client's times are read as text. */
  private static final class TimeReader extends StdDeserializer<Instant> {
    TimeReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      try {
        return Instant.parse(in.getText());
      } catch (DateTimeException e) {
        throw context.weirdStringException(in.getText(), Instant.class, "no time");
      }
    }
  }

  private static final class DayReader extends StdDeserializer<LocalDate> {
    DayReader() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
      try {
        return LocalDate.parse(in.getText());
      } catch (DateTimeException e) {
        throw context.weirdStringException(in.getText(), LocalDate.class, "no day");
      }
    }
  }

  /** Answers with a message. */
  public static void send(Context context, Object message) {
    context.contentType("application/json").result(write(message));
  }

  /** Writes a message. */
  public static byte[] write(Object message) {
    try {
      return MAPPER.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + message.getClass().getSimpleName() + " as JSON", e);
    }
  }

  /** Writes for people's eyes too: indented, ended by a line break; the same value gives the same bytes. */
  public static byte[] writeIndented(Object value) {
    try {
      DefaultPrettyPrinter printer =
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"));
      printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
      String text = MAPPER.writer(printer).writeValueAsString(value) + "\n";
      return text.getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass().getSimpleName() + " as JSON", e);
    }
  }

  /**
   * Reads a message.
   *
   * @throws Refused naming the field if the bytes are no such message
   */
  public static <T> T read(byte[] bytes, Class<T> type) {
    T message;
    try {
      message = MAPPER.readValue(bytes, type);
    } catch (JsonMappingException e) {
      String field = path(e);
      throw new Refused(Errors.FIELD_INVALID, field.isEmpty() ? "the body" : field, expected(e)).with("field", field);
    } catch (JacksonException e) {
      throw new Refused(Errors.JSON_INVALID, place(e));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory could not be read", e);
    }
    if (message == null) {
      throw new Refused(Errors.FIELD_INVALID, "the body", "an object").with("field", "");
    }
    return message;
  }

  private static String place(JacksonException e) {
    return e.getLocation() == null
        ? "line 1"
        : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }

  private static String expected(JsonMappingException e) {
    if (e instanceof MismatchedInputException mismatch
        && mismatch.getTargetType() != null) {
      Class<?> type = mismatch.getTargetType();
      if (type == int.class || type == Integer.class) {
        return "a whole number";
      }
      if (type == boolean.class || type == Boolean.class) {
        return "true or false";
      }
      if (type == String.class) {
        return "a text";
      }
      if (Collection.class.isAssignableFrom(type)) {
        return "a list";
      }
      return "an object";
    }
    return "another form";
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  /** A document that this program wrote itself. */
  public static JsonNode tree(byte[] document) throws IOException {
    return MAPPER.readTree(document);
  }
}
