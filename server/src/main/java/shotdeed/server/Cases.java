package shotdeed.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Devices;
import shotdeed.server.certify.second.WorkingCalendar;
import shotdeed.server.complain.forms.KeptPaper;
import shotdeed.server.console.Desk;
import shotdeed.server.console.PolicyPages;
import shotdeed.server.ledger.Ledger;
import shotdeed.server.mail.Post;
import shotdeed.server.monitor.ListSightings;
import shotdeed.server.penalty.Policies;
import shotdeed.server.penalty.PolicyLibrary;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.proof.ProofFolder;

/**
 * The use cases of a case from the forecast to the outcome: complaints, what goes into forms, batches and letters, what
 * becomes of them, and the same from the side of a shop that is accused.
 */
public final class Cases implements AutoCloseable {
  private final Base base;
  private final ListSightings sightings;
  private final Outcoming outcoming;
  private final Complaints complaints;
  private final Batches batches;
  private final Forms forms;
  private final FormTexts formTexts;
  private final Risks risks;
  private final AccusedShops accused;

  /** @param calendar which days are working days */
  Cases(
      Base base,
      PolicyLibrary library,
      Supplier<WorkingCalendar> calendar,
      Ledger ledger,
      OutsideProofs outside,
      ListSightings sightings,
      ProofFolder proofs,
      Post post) {
    this.base = base;
    this.sightings = sightings;
    Policies policies = new Policies(library, base.database(), base.clock());
    outcoming = new Outcoming(base.database(), calendar, policies, post, base.origin(), base.clock());
    complaints = new Complaints(base, policies, calendar, ledger, outside, outcoming.lodged());
    batches = new Batches(base.database(), complaints, calendar, base.clock());
    forms = new Forms(base, complaints.list(), sightings, proofs, new KeptPaper(complaints.bundle()::paper));
    formTexts = new FormTexts(base.database(), forms.files(), complaints, post, base.origin(), base.clock());
    risks = new Risks(base.database(), proofs, forms.library(), complaints.riskData(), base.clock());
    accused = new AccusedShops(base.database(), policies, calendar, base.clock());
  }

  /** Forecasts, complaints and their evidence. */
  public Complaints complaints() {
    return complaints;
  }

  /** What goes into the marketplaces' forms. */
  public FormTexts formTexts() {
    return formTexts;
  }

  /** Complaints about many listings of a shop, and letters to it. */
  public Batches batches() {
    return batches;
  }

  /** What becomes of complaints. */
  public Outcoming outcoming() {
    return outcoming;
  }

  /** What a complaint risks for the seller. */
  Risks risks() {
    return risks;
  }

  /** In how many accusations of own shops somebody has to do something soon. */
  ToIntFunction<Caller> accusationsDue() {
    return accused.due();
  }

  /** Goes on with what the server was at when it stopped. */
  void start() {
    outcoming.start();
    batches.start();
  }

  List<RouteGroup> routes(Devices devices) {
    List<RouteGroup> routes = new ArrayList<>(
        complaints.routes(devices, base.origin(), base.incoming(), formTexts.submit()));
    routes.addAll(formTexts.routes(devices));
    routes.add(risks.routes(devices));
    routes.add(outcoming.routes(devices));
    return routes;
  }

  List<RouteGroup> pages(Desk desk) {
    List<RouteGroup> pages = new ArrayList<>(outcoming.pages(desk));
    pages.addAll(complaints.pages(desk, sightings, formTexts, risks, outcoming.view()));
    pages.addAll(batches.pages(desk));
    pages.add(forms.pages(desk));
    pages.addAll(formTexts.pages(desk, outcoming.view()));
    pages.add(accused.pages(desk));
    pages.add(new PolicyPages(desk, complaints.policies(), base.incoming(), base.clock()));
    return pages;
  }

  @Override
  public void close() {
    batches.close();
    outcoming.close();
    complaints.close();
  }
}
