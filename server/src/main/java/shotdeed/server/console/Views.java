package shotdeed.server.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;
import shotdeed.server.platform.ErrorPage;

/** Fills the templates, which the build compiled into the jar. */
final class Views {
  private static final String PACKAGE = "shotdeed.server.console.view";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, Views.class.getClassLoader(), PACKAGE);

  /**
   * Answers with a page.
   *
   * @param template its name without the ending
   * @param model the template's parameters beside {@code page}
   */
  void show(Context context, String template, Page page, Map<String, Object> model) {
    context.contentType(ErrorPage.MEDIA_TYPE).result(html(template, page, model));
  }

  /** A page as text. */
  String html(String template, Page page, Map<String, Object> model) {
    Map<String, Object> all = new java.util.HashMap<>(model);
    all.put("page", page);
    StringOutput html = new StringOutput();
    engine.render(template + ".jte", all, html);
    return html.toString();
  }
}
