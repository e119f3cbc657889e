package shotdeed.server.platform;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/** Data as JSON, read strictly: no field unknown, none left out, no value of another type, nothing twice. */
public final class DataFile {
  private static final JsonMapper STRICT = strict();

  private DataFile() {}

  /**
   * Reads one.
   *
   * @param file its name, for the fault
   * @throws DataFault at the first fault, with file, field and what was expected
   */
  public static <T> T read(String file, byte[] json, Class<T> type) {
    T value;
    try {
      value = STRICT.readValue(json, type);
    } catch (UnrecognizedPropertyException e) {
      throw new DataFault(file, path(e), "unknown field; expected one of " + e.getKnownPropertyIds());
    } catch (MismatchedInputException e) {
      throw new DataFault(file, path(e), "expected " + expected(e) + ": " + e.getOriginalMessage());
    } catch (JacksonException e) {
      boolean tooLarge = e instanceof InputCoercionException || e.getCause() instanceof InputCoercionException;
      String expected = tooLarge ? "a number that fits" : "well-formed JSON";
      throw new DataFault(file, place(e), "expected " + expected + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new DataFault(file, "the file", "expected to be readable: " + e.getMessage());
    }
    if (value == null) {
      throw new DataFault(file, "the file", "expected an object, not null");
    }
    return value;
  }

  /** The field in which the parser stopped, and the line for faults that belong to no field. */
  private static String place(JacksonException e) {
    JsonLocation at = e.getLocation();
    String line = at == null ? "the file" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    if (e.getProcessor() instanceof JsonParser parser) {
      String pointer = parser.getParsingContext().pathAsPointer().toString();
      return pointer.isEmpty() ? line : pointer.substring(1).replace('/', '.') + " (" + line + ")";
    }
    return line;
  }

  private static String expected(MismatchedInputException e) {
    Class<?> type = e.getTargetType();
    if (type == null) {
      return "another type";
    }
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
    }
    if (type.isRecord()) {
      return "an object with all fields of " + type.getSimpleName();
    }
    if (type == int.class || type == Integer.class) {
      return "a whole number";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    return type == String.class ? "a text" : "a list";
  }

  /** Such as {@code ledgers[0].nodes[1].days}. */
  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference reference : e.getPath()) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.length() == 0 ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.length() == 0 ? "the file" : path.toString();
  }

  private static JsonMapper strict() {
    return JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            config ->
                config
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .build();
  }

  /** A file that lies in the jar beside a class, or, with a slash in front, anywhere in it. */
  public static byte[] bundled(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " is missing from the jar", e);
    }
  }
}
