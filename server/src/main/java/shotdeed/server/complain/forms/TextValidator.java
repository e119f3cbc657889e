package shotdeed.server.complain.forms;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import shotdeed.server.platform.DataFault;
import shotdeed.server.platform.Language;

/** Holds what is written into a marketplace's form against the rules of such data; the first fault is thrown. */
final class TextValidator {
  private static final int MOST_FIELDS = 60;
  private static final int MOST_CHARACTERS = 100_000;
  private static final int MOST_WORDS = 20;
  private static final String ID = "[a-z0-9-]{1,40}";
  private static final String HOST = "[a-z0-9-]+(\\.[a-z0-9-]+)+";
  private static final String HOST_PLACE = "{host}";

  private final String file;
  private final Figures figures;

  TextValidator(String file, Figures figures) {
    this.file = file;
    this.figures = figures;
  }

  /** Checks whether a figure names its source, if somebody states it. */
  interface Figures {
    void source(String at, Figure<?> figure);
  }

  void text(EvidenceForm form) {
    FormText text = form.text();
    require(text != null, "text", "what is written into the form");
    value("text.hosts", text.hosts());
    for (String host : text.hosts().value()) {
      require(host != null && host.matches(HOST), "text.hosts", "names of hosts, not " + host);
    }
    if (text.entryAt() != null) {
      value("text.entryAt", text.entryAt());
      String entry = text.entryAt().value();
      require(entry.startsWith("https://") && entry.contains(HOST_PLACE), "text.entryAt",
          "an https address with " + HOST_PLACE + ", not " + entry);
    }
    value("text.lodger", text.lodger());
    require(FormText.LODGERS.contains(text.lodger().value()), "text.lodger",
        "one of " + FormText.LODGERS + ", not " + text.lodger().value());
    if (text.mail() != null) {
      mail(text.mail());
    }
    require(text.fields() != null && !text.fields().isEmpty() && text.fields().size() <= MOST_FIELDS, "text.fields",
        "1 to " + MOST_FIELDS + " fields");
    Set<String> ids = new HashSet<>();
    for (FormText.Field field : text.fields()) {
      require(field != null && field.id() != null && field.id().matches(ID), "text.fields.id",
          "small letters, digits and hyphens");
      require(ids.add(field.id()), "text.fields.id", "each once, but " + field.id() + " stands there twice");
      field("text.fields." + field.id() + ".", field);
    }
    require(ids.contains("links") || ids.contains("numbers"), "text.fields", "a field that names the listings");
  }

  private void mail(FormText.Mail mail) {
    value("text.mail.to", mail.to());
    require(mail.to().value().matches("[a-z0-9.+-]+@" + HOST), "text.mail.to", "an e-mail address");
    words("text.mail.subject", mail.subject());
    maybe("text.mail.files", mail.files());
  }

  private void field(String at, FormText.Field field) {
    words(at + "label", field.label());
    require(FormText.KINDS.contains(String.valueOf(field.kind())), at + "kind",
        "one of " + FormText.KINDS + ", not " + field.kind());
    require(known(field.filling()), at + "filling", "where the value comes from, not " + field.filling());
    if (field.source() == Filling.FIXED) {
      words(at + "fixed", field.fixed());
    } else {
      require(field.fixed() == null, at + "fixed", "nothing, because the value comes from elsewhere");
      require(!field.ticked(), at + "fixed", "what is declared with the tick");
    }
    value(at + "required", field.required());
    maybe(at + "max", field.max());
    Integer max = field.max().value();
    require(max == null || max >= 1 && max <= MOST_CHARACTERS, at + "max",
        "a number from 1 to " + MOST_CHARACTERS + ", not " + max);
    List<String> find = field.find();
    require(find != null && !find.isEmpty() && find.size() <= MOST_WORDS, at + "find", "1 to " + MOST_WORDS + " words");
    for (String word : find) {
      require(word != null && !word.isBlank() && word.equals(word.toLowerCase(Locale.ROOT)), at + "find",
          "words in lower case, not " + word);
    }
  }

  private static boolean known(String filling) {
    try {
      Filling.of(filling);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void words(String at, Map<String, String> words) {
    for (Language language : Language.values()) {
      String text = words == null ? null : words.get(language.tag());
      require(text != null && !text.isBlank(), at, "words in " + language.tag());
    }
    require(words.size() == Language.values().length, at, "en, zh-CN and zh-TW and no other language");
  }

  private void value(String at, Figure<?> figure) {
    require(figure != null && figure.value() != null, at, "a value");
    figures.source(at, figure);
  }

  /** A limit that nobody states has no value either: none is made up. */
  private void maybe(String at, Figure<?> figure) {
    require(figure != null, at, "a limit, or that nobody states one");
    require(figure.stated() == (figure.value() != null), at, "a value exactly if somebody states it");
    figures.source(at, figure);
  }

  private void require(boolean holds, String field, String expected) {
    if (!holds) {
      throw new DataFault(file, field, "expected " + expected);
    }
  }
}
