package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import shotdeed.server.certify.subject.Category;
import shotdeed.server.certify.subject.EligibleCategories;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** The categories that this server gives certificates for; admins choose them. */
public final class CategoryPages implements RouteGroup {
  private static final String ADDRESS = "/categories";

  private final Desk desk;
  private final EligibleCategories eligible;

  public CategoryPages(Desk desk, EligibleCategories eligible) {
    this.desk = desk;
    this.eligible = eligible;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, this::form);
    routes.post(ADDRESS, this::save);
  }

  private void form(Context context) {
    Visit visit = desk.signedIn(context);
    if (!visit.caller().administers()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    show(context, visit.page("categories"), eligible.open());
  }

  private void show(Context context, Page page, Set<String> open) {
    desk.show(context, "categories", page, Map.of("categories", Category.all(), "open", open));
  }

  private void save(Context context) {
    Visit visit = desk.form(context);
    Set<String> open = new LinkedHashSet<>(context.formParams("category"));
    try {
      eligible.set(visit.caller(), open);
    } catch (Refused refused) {
      if (refused.error() != Errors.FIELD_INVALID) {
        throw refused;
      }
      show(context, visit.page("categories", ADDRESS, refused), open);
      return;
    }
    visit.done("categories", open.size(), ADDRESS);
  }
}
