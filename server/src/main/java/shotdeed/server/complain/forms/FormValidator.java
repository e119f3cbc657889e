package shotdeed.server.complain.forms;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shotdeed.server.platform.DataFault;
import shotdeed.server.platform.Language;

/** Holds a marketplace's file against the rules of such files; the first fault is thrown. */
final class FormValidator {
  private static final int MOST_LINKS = 10_000;
  private static final int MOST_FILES = 100;
  private static final long MOST_BYTES = 1L << 30;

  private final String file;

  private FormValidator(String file) {
    this.file = file;
  }

  /** @throws DataFault at the first fault */
  static void validate(String file, EvidenceForm form) {
    new FormValidator(file).form(form);
  }

  private void form(EvidenceForm form) {
    require(form.id() != null && form.id().matches("[a-z0-9-]{1,30}"), "id", "small letters, digits and hyphens");
    require(file.equals(form.id() + ".json"), "id", "the file's own name");
    LocalDate version = day("version", form.version());
    require(form.markets() != null && !form.markets().isEmpty(), "markets", "one market or more");
    require(form.hosts() != null, "hosts", "a list");
    for (String host : form.hosts()) {
      require(host != null && host.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+"), "hosts", "names of hosts, not " + host);
    }
    require(Language.of(form.language()) != null, "language", "en, zh-CN or zh-TW");
    require(form.entry() != null && !form.entry().isBlank(), "entry", "where the form stands");
    figure("links", form.links(), version);
    range("links", form.links().value(), 1, MOST_LINKS);
    require(form.slots() != null && !form.slots().isEmpty(), "slots", "one place for files or more");
    Set<String> ids = new HashSet<>();
    for (EvidenceForm.Slot slot : form.slots()) {
      require(slot != null && slot.id() != null && slot.id().matches("[a-z0-9-]{1,30}"), "slots.id",
          "small letters, digits and hyphens");
      require(ids.add(slot.id()), "slots.id", "each once, but " + slot.id() + " stands there twice");
      slot("slots." + slot.id() + ".", slot, version);
    }
    new TextValidator(file, (at, figure) -> source(at, figure, version)).text(form);
  }

  private void slot(String at, EvidenceForm.Slot slot, LocalDate version) {
    for (Language language : Language.values()) {
      String name = slot.name() == null ? null : slot.name().get(language.tag());
      require(name != null && !name.isBlank(), at + "name", "a name in " + language.tag());
    }
    require(slot.takes() != null && !slot.takes().isEmpty(), at + "takes", "one kind of file or more");
    require(new HashSet<>(slot.takes()).size() == slot.takes().size(), at + "takes", "each kind once");
    for (String kind : slot.takes()) {
      require(known(kind), at + "takes", "a kind of file, not " + kind);
    }
    figure(at + "least", slot.least(), version);
    figure(at + "types", slot.types(), version);
    figure(at + "minBytes", slot.minBytes(), version);
    figure(at + "maxBytes", slot.maxBytes(), version);
    figure(at + "count", slot.count(), version);
    figure(at + "unedited", slot.unedited(), version);
    figure(at + "unlikeOriginal", slot.unlikeOriginal(), version);
    List<String> types = slot.types().value();
    require(!types.isEmpty(), at + "types", "one media type or more");
    for (String type : types) {
      require(type != null && type.matches("[a-z]+/[a-z0-9.+-]+"), at + "types", "media types, not " + type);
    }
    range(at + "count", slot.count().value(), 1, MOST_FILES);
    range(at + "least", slot.least().value(), 0, slot.count().value());
    range(at + "maxBytes", slot.maxBytes().value(), 1, MOST_BYTES);
    range(at + "minBytes", slot.minBytes().value(), 0, slot.maxBytes().value());
  }

  private static boolean known(String kind) {
    try {
      return Kind.of(kind) != Kind.LINKS;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** No number without a source, and no source for a number that nobody states. */
  private void figure(String at, Figure<?> figure, LocalDate version) {
    require(figure != null && figure.value() != null, at, "a value");
    source(at, figure, version);
  }

  private void source(String at, Figure<?> figure, LocalDate version) {
    if (!figure.stated()) {
      boolean bare = figure.source() == null && figure.read() == null && figure.confidence() == null;
      require(bare, at, "neither source nor day nor confidence, because it is not stated");
      return;
    }
    require(figure.source() != null && !figure.source().isBlank(), at + ".source", "where it is stated");
    require(List.of("R", "I", "L").contains(String.valueOf(figure.confidence())), at + ".confidence", "R, I or L");
    require(!day(at + ".read", figure.read()).isAfter(version), at + ".read", "a day not after the version");
  }

  private LocalDate day(String field, String text) {
    try {
      return LocalDate.parse(String.valueOf(text));
    } catch (DateTimeParseException e) {
      throw new DataFault(file, field, "expected a day such as 2026-11-22, not " + text);
    }
  }

  private void range(String field, long value, long least, long most) {
    require(value >= least && value <= most, field, "a number from " + least + " to " + most + ", not " + value);
  }

  private void require(boolean holds, String field, String expected) {
    if (!holds) {
      throw new DataFault(file, field, "expected " + expected);
    }
  }
}
