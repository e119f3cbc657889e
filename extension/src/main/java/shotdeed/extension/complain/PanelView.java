package shotdeed.extension.complain;

import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Screenshot;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.lodge.LodgeView;
import shotdeed.extension.lodge.Lodgings;

/** The side panel: the page in front, or one hit on it. */
public final class PanelView {
  /** A complaint waits for the click that allows a screenshot as long as this: later the click means something else. */
  private static final int CLICK_MILLIS = 10 * 60_000;

  private final Element main = Document.byId("main");
  private int tab = PanelAddress.tab(Document.address());
  private String hit = PanelAddress.hit(Document.address());
  private String form = PanelAddress.form(Document.address());
  private HitView hitView;
  private LodgeView formView;
  private PageView pageView;

  /** The person has gone back from the form that this tab shows. */
  private boolean left;

  private boolean drawing;
  private boolean drawAgain;

  private PanelView() {}

  /** Shows the panel and keeps it up to date. */
  public static void open() {
    Document.setLanguage(Extension.message("pageLanguage"));
    Document.setTitle(Extension.message("name"));
    PanelView panel = new PanelView();
    Messages.onMessage(
        (message, sender, reply) -> {
          String type = message.stringOr("type", "");
          if (type.equals("changed")) {
            panel.draw();
          } else if (type.equals("allowed") && message.integerOr("tab", -1) == panel.tab) {
            panel.allowed();
          }
        });
    Document.onKey(
        key -> {
          if (panel.formView != null) {
            panel.formView.key(key);
          }
        });
    Tasks.start(panel::begin);
  }

  /** A click on the toolbar icon may have opened this panel in place of one in which a complaint waited for that click. */
  private void begin() {
    if (tab >= 0 && hit.isEmpty()) {
      hit = Drafts.awaitingClick(tab, Extension.instantBefore(CLICK_MILLIS));
    }
    boolean awaited = !hit.isEmpty() && PanelAddress.hit(Document.address()).isEmpty();
    draw();
    if (awaited) {
      allowed();
    }
    Messages.ask(Json.object().put("type", "synchronize"));
  }

  private void allowed() {
    Tasks.start(
        () -> {
          if (hitView == null && !hit.isEmpty()) {
            hitView = new HitView(main, tab, hit, this::back);
            hitView.draw();
          }
          if (hitView != null) {
            hitView.allowed();
          }
        });
  }

  /** One drawing at a time; a change during it causes one more. */
  private void draw() {
    if (drawing) {
      drawAgain = true;
      return;
    }
    drawing = true;
    Tasks.start(
        () -> {
          do {
            drawAgain = false;
            drawOnce();
          } while (drawAgain);
          drawing = false;
        });
  }

  private void drawOnce() {
    if (tab < 0) {
      tab = Extension.activeTab();
    }
    if (!hit.isEmpty()) {
      if (hitView == null) {
        hitView = new HitView(main, tab, hit, this::back);
      }
      hitView.draw();
      return;
    }
    if (form.isEmpty() && !left) {
      Screenshot.Tab page = Screenshot.tab(tab);
      form = Lodgings.in(tab, page == null ? "" : page.url());
    }
    if (!form.isEmpty()) {
      if (formView == null) {
        formView = new LodgeView(main, tab, form, this::back);
      }
      formView.draw();
      return;
    }
    Json status = Messages.ask(Json.object().put("type", "status").put("tab", tab));
    if (status != null) {
      if (pageView == null) {
        pageView = new PageView(main, tab, this::show, this::showForm, this::draw);
      }
      pageView.draw(status);
    }
  }

  private void show(String chosen) {
    hit = chosen;
    hitView = null;
    draw();
  }

  private void showForm(String chosen) {
    form = chosen;
    draw();
  }

  private void back() {
    hit = "";
    hitView = null;
    if (formView != null) {
      formView.close();
      formView = null;
      form = "";
      left = true;
    }
    draw();
  }
}
