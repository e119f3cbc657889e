package shotdeed.extension.complain;

import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Tasks;

/** The side panel: the page in front, or one hit on it. */
public final class PanelView {
  private final Element main = Document.byId("main");
  private int tab = PanelAddress.tab(Document.address());
  private String hit = PanelAddress.hit(Document.address());
  private HitView hitView;
  private PageView pageView;
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
          if (message.stringOr("type", "").equals("changed")) {
            panel.draw();
          }
        });
    panel.draw();
    Tasks.start(() -> Messages.ask(Json.object().put("type", "synchronize")));
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
    Json status = Messages.ask(Json.object().put("type", "status").put("tab", tab));
    if (status != null) {
      if (pageView == null) {
        pageView = new PageView(main, tab, this::show, this::draw);
      }
      pageView.draw(status);
    }
  }

  private void show(String chosen) {
    hit = chosen;
    hitView = null;
    draw();
  }

  private void back() {
    hit = "";
    hitView = null;
    draw();
  }
}
