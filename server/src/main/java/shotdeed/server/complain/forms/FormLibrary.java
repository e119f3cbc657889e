package shotdeed.server.complain.forms;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The marketplaces' forms at hand, all valid. Immutable. */
public final class FormLibrary {
  private static final List<String> FILES = List.of(
      "taobao.json", "tmall.json", "1688.json", "alibaba.json", "lazada.json", "pdd.json", "jd.json", "douyin.json",
      "xiaohongshu.json", "amazon.json", "ebay.json", "etsy.json", "shopify.json", "made-in-china.json");

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
      .withCoercionConfig(LogicalType.Textual, text -> {
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
      })
      .build();

  private final List<EvidenceForm> forms;

  private FormLibrary(List<EvidenceForm> forms) {
    this.forms = forms;
  }

  /** Those that come with the program. */
  public static FormLibrary bundled() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : FILES) {
      files.put(name, resource(name));
    }
    return of(files);
  }

  /**
   * Reads and validates forms.
   *
   * @param files name to JSON
   * @throws FormException at the first fault, with file, field and what was expected
   */
  public static FormLibrary of(Map<String, byte[]> files) {
    List<EvidenceForm> forms = new ArrayList<>();
    Map<String, String> known = new HashMap<>();
    files.forEach((name, json) -> {
      EvidenceForm form = read(name, json);
      FormValidator.validate(name, form);
      form.markets().forEach(market -> only(known, name, "markets", market));
      form.hosts().forEach(host -> only(known, name, "hosts", host));
      forms.add(form);
    });
    return new FormLibrary(List.copyOf(forms));
  }

  private static void only(Map<String, String> known, String file, String field, String value) {
    String other = known.put(field + " " + value, file);
    if (other != null) {
      throw new FormException(file, field, "expected " + value + " in one file only, but " + other + " has it too");
    }
  }

  private static EvidenceForm read(String name, byte[] json) {
    try {
      return JSON.readValue(json, EvidenceForm.class);
    } catch (JsonMappingException e) {
      String field = e.getPath().stream()
          .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
          .collect(Collectors.joining("."));
      throw new FormException(name, field.isEmpty() ? "file" : field, e.getOriginalMessage());
    } catch (IOException e) {
      throw new FormException(name, "file", "expected JSON: " + e.getMessage());
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = FormLibrary.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " is missing from the jar", e);
    }
  }

  /** All of them, in the order in which pages show them. */
  public List<EvidenceForm> all() {
    return forms;
  }

  /** The form of an id, or {@code null}. */
  public EvidenceForm byId(String id) {
    return forms.stream().filter(form -> form.id().equals(id)).findFirst().orElse(null);
  }

  /** Where a complaint is lodged that is about listings of this market and site; {@code null} if that is not known. */
  public EvidenceForm pick(String market, String site) {
    return forms.stream().filter(form -> form.isFor(market, site)).findFirst().orElse(null);
  }
}
