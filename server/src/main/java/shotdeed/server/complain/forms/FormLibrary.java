package shotdeed.server.complain.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.platform.DataFault;
import shotdeed.server.platform.DataFile;

/** The marketplaces' forms at hand, all valid. Immutable. */
public final class FormLibrary {
  private static final List<String> FILES = List.of(
      "taobao.json", "tmall.json", "1688.json", "alibaba.json", "lazada.json", "pdd.json", "jd.json", "douyin.json",
      "xiaohongshu.json", "amazon.json", "ebay.json", "etsy.json", "shopify.json", "made-in-china.json");

  private final List<EvidenceForm> forms;

  private FormLibrary(List<EvidenceForm> forms) {
    this.forms = forms;
  }

  /** Those that come with the program. */
  public static FormLibrary bundled() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : FILES) {
      files.put(name, DataFile.bundled(FormLibrary.class, name));
    }
    return of(files);
  }

  /**
   * Reads and validates forms.
   *
   * @param files name to JSON
   * @throws DataFault at the first fault, with file, field and what was expected
   */
  public static FormLibrary of(Map<String, byte[]> files) {
    List<EvidenceForm> forms = new ArrayList<>();
    Map<String, String> known = new HashMap<>();
    files.forEach((name, json) -> {
      EvidenceForm form = DataFile.read(name, json, EvidenceForm.class);
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
      throw new DataFault(file, field, "expected " + value + " in one file only, but " + other + " has it too");
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
