package shotdeed.server.verify.page;

import java.util.List;
import shotdeed.ledger.verify.BundleVerifier;
import shotdeed.ledger.verify.Verification;

/** The offline page: a bundle is chosen or dropped, checked in the browser, and never leaves it. */
public final class VerifyPage {
  private static final String KEY = "key";

  private final WebCrypto crypto = new WebCrypto();
  private final ResultView view = new ResultView(Dom.byId("result"));
  private PageWords words = PageWords.first(Dom.languages());
  private String name = "";
  private byte[] zip;
  private Verification result;
  private boolean busy;

  private VerifyPage() {}

  public static void main(String[] arguments) {
    new VerifyPage().start();
  }

  private void start() {
    speak(words.tag());
    Dom.byId("file").onFile(this::chosen);
    Dom.onDrop(Dom.byId("drop"), this::chosen);
    Dom.byId(KEY).on("input", this::show);
    Dom.DomList languages = Dom.all("[data-language]");
    for (int i = 0; i < languages.getLength(); i++) {
      Dom button = languages.item(i);
      button.on("click", () -> speak(button.getAttribute("data-language")));
    }
    Browser.start(() -> {
      if (!crypto.works()) {
        view.say("verdict tampered", words.of("verify.page.browser"));
        Dom.byId("file").setAttribute("disabled", "");
        busy = true;
      }
    });
  }

  private void speak(String tag) {
    words = PageWords.in(tag);
    Dom.language(tag, words.of("verify.page.title"));
    Dom.DomList texts = Dom.all("[data-word]");
    for (int i = 0; i < texts.getLength(); i++) {
      texts.item(i).setTextContent(words.of(texts.item(i).getAttribute("data-word")));
    }
    Dom.DomList languages = Dom.all("[data-language]");
    for (int i = 0; i < languages.getLength(); i++) {
      boolean pressed = languages.item(i).getAttribute("data-language").equals(tag);
      languages.item(i).setAttribute("aria-pressed", pressed ? "true" : "false");
    }
    show();
  }

  private void chosen(ChosenFile file) {
    if (busy) {
      return;
    }
    busy = true;
    result = null;
    Browser.start(() -> {
      try {
        check(file);
      } finally {
        busy = false;
      }
    });
  }

  private void check(ChosenFile file) {
    name = file.getName();
    if (file.getSize() > BundleVerifier.MAX_BYTES) {
      view.say("note", words.of("verify.page.large", BundleVerifier.MAX_BYTES >> 20));
      return;
    }
    view.say("note", words.of("verify.page.checking", name));
    Browser.draw();
    double start = Browser.now();
    zip = file.bytes();
    if (zip == null) {
      view.say("note", words.of("verify.page.unreadable", name));
      return;
    }
    result = BundleVerifier.verify(zip, List.of(), crypto);
    Dom.byId("result").setAttribute("data-milliseconds", String.valueOf((int) (Browser.now() - start)));
    show();
  }

  /** Shows what was found, to a reader who knows the key that they typed. */
  private void show() {
    String typed = Dom.byId(KEY).getValue();
    String known = BundleVerifier.fingerprint(typed);
    Dom wrong = Dom.byId("key-wrong");
    boolean malformed = !typed.trim().isEmpty() && known == null;
    wrong.setTextContent(malformed ? words.of("verify.page.key-form") : "");
    Dom.byId(KEY).setAttribute("aria-invalid", malformed ? "true" : "false");
    if (result != null) {
      view.show(name, zip, result.knowing(known == null ? List.of() : List.of(known)), known != null, words);
    }
  }
}
