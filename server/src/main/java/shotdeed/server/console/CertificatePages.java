package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificatePicture;
import shotdeed.server.certify.Derived;
import shotdeed.server.certify.ListCertificates;
import shotdeed.server.certify.SecondReview;
import shotdeed.server.certify.Step;
import shotdeed.server.certify.second.ReviewQueue;
import shotdeed.server.dispute.OwnDispute;
import shotdeed.server.certify.subject.Category;
import shotdeed.server.monitor.MonitorSteps;
import shotdeed.server.monitor.VoidCertificate;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.PrivateContent;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.proof.ProofFolder;
import shotdeed.server.publish.CopiesToPublish;
import shotdeed.server.publish.CopyToPublish;

/** A seller's certificates, and one certificate with the steps it can take. */
public final class CertificatePages implements RouteGroup {
  private static final String LIST = "/certificates";
  private static final String REVIEWS = "/reviews";

  private final Desk desk;
  private final ListCertificates list;
  private final CertificatePicture picture;
  private final SecondReview review;
  private final MonitorSteps monitor;
  private final VoidCertificate voids;
  private final ReviewQueue queue;
  private final OwnDispute disputes;
  private final ProofFolder proofs;
  private final CopiesToPublish copies;

  public CertificatePages(
      Desk desk,
      ListCertificates list,
      CertificatePicture picture,
      SecondReview review,
      MonitorSteps monitor,
      VoidCertificate voids,
      ReviewQueue queue,
      OwnDispute disputes,
      ProofFolder proofs,
      CopiesToPublish copies) {
    this.desk = desk;
    this.list = list;
    this.picture = picture;
    this.review = review;
    this.monitor = monitor;
    this.voids = voids;
    this.queue = queue;
    this.disputes = disputes;
    this.proofs = proofs;
    this.copies = copies;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(LIST, this::list);
    routes.get("/certificates/{id}", context -> show(context, "", "", null));
    routes.get("/certificates/{id}/picture", this::picture);
    routes.get("/certificates/{id}/original", this::original);
    routes.post("/certificates/{id}/approve", this::approve);
    routes.post("/certificates/{id}/reject", this::reject);
    routes.post("/certificates/{id}/statement", this::say);
    routes.post("/certificates/{id}/monitor", context -> step(context, "monitored", monitor::monitor));
    routes.post("/certificates/{id}/pause", context -> step(context, "paused", monitor::pause));
    routes.post("/certificates/{id}/resume", context -> step(context, "resumed", monitor::resume));
    routes.post("/certificates/{id}/retire", context -> step(context, "retired", monitor::retire));
  }

  private void list(Context context) {
    Visit visit = desk.signedIn(context);
    CertificateState state = state(context.queryParam("state"));
    Category category = category(context.queryParam("category"));
    ListCertificates.Page found = list.own(visit.caller(), state, category, Paging.asked(context));
    String address = LIST + filters(state, category);
    Map<String, Object> model = new HashMap<>();
    model.put("certificates", found.certificates());
    model.put("state", state);
    model.put("category", category);
    model.put("paging", Paging.of(found.page(), ListCertificates.PAGE, found.total(), address));
    desk.show(context, "certificates", visit.page("certificates"), model);
  }

  private static CertificateState state(String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return CertificateState.of(text);
    } catch (IllegalArgumentException e) {
      throw new Refused(Errors.NOT_FOUND);
    }
  }

  private static Category category(String id) {
    if (id == null || id.isEmpty()) {
      return null;
    }
    if (!Category.exists(id)) {
      throw new Refused(Errors.NOT_FOUND);
    }
    return Category.of(id);
  }

  /** Of the list's address, from the question mark on; empty without any. */
  public static String filters(CertificateState state, Category category) {
    StringBuilder filters = new StringBuilder();
    if (state != null) {
      filters.append("?state=").append(state.text());
    }
    if (category != null) {
      filters.append(filters.isEmpty() ? '?' : '&').append("category=").append(category.id());
    }
    return filters.toString();
  }

  /** What can be done with a certificate by whoever looks at it. */
  public record Choices(boolean review, boolean monitor, boolean pause, boolean resume, boolean retire, boolean voiding) {
    static Choices of(Caller caller, Certificate certificate, boolean decides) {
      boolean own = certificate.seller() == caller.seller();
      CertificateState state = certificate.state();
      return new Choices(
          caller.reviews() && decides && Step.APPROVE.possibleFrom(state),
          own && Step.MONITOR.possibleFrom(state),
          own && Step.PAUSE.possibleFrom(state),
          own && Step.RESUME.possibleFrom(state),
          own && Step.RETIRE.possibleFrom(state),
          own && Step.VOID.possibleFrom(state));
    }
  }

  private void show(Context context, String reason, String words, Refused problem) {
    Visit visit = desk.signedIn(context);
    int id = Bearer.number(context, "id");
    ListCertificates.Details details = picture.details(visit.caller(), id);
    Page page = problem == null ? visit.page("certificates") : visit.page("certificates", address(id), problem);
    boolean own = details.certificate().seller() == visit.caller().seller();
    Map<String, Object> model = new HashMap<>();
    model.put("certificate", details.certificate());
    model.put("reviews", details.reviews());
    model.put("remarks", details.remarks());
    model.put("subject", details.subject());
    model.put("published", details.published());
    model.put(
        "choices",
        Choices.of(visit.caller(), details.certificate(), queue.mayDecide(visit.caller(), details.certificate())));
    model.put("own", own);
    model.put("reason", reason);
    model.put("words", words);
    model.put("way", queue.way(details.certificate()));
    model.put("dispute", own ? disputes.of(visit.caller(), id) : null);
    model.put("folder", proofs.summary(visit.caller(), details.certificate()));
    model.put("rules", proofs.version());
    boolean publish = own && CopyToPublish.mayBe(details.certificate());
    model.put("voided", own ? voids.of(visit.caller(), id) : null);
    model.put("publish", publish);
    model.put("series", publish ? copies.series(visit.caller(), id).size() : 0);
    desk.show(context, "certificate", page, model);
  }

  private void picture(Context context) throws IOException {
    Caller caller = desk.signedIn(context).caller();
    String size = context.queryParam("size");
    Derived.Size chosen = size == null ? Derived.Size.VIEW : Derived.Size.of(size);
    byte[] jpeg = picture.shown(caller, Bearer.number(context, "id"), chosen);
    PrivateContent.send(context, "image/jpeg", jpeg);
  }

  private void original(Context context) throws IOException {
    Caller caller = desk.signedIn(context).caller();
    int id = Bearer.number(context, "id");
    byte[] file = picture.original(caller, id);
    String type = list.one(caller, id).certificate().mediaType();
    String name = "certificate-" + id + "." + type.substring(type.indexOf('/') + 1);
    context.contentType(type).header("Content-Disposition", "attachment; filename=\"" + name + "\"").result(file);
  }

  private void approve(Context context) throws IOException {
    decide(context, true, "");
  }

  private void reject(Context context) throws IOException {
    decide(context, false, desk.form(context).field("reason"));
  }

  private void decide(Context context, boolean approve, String reason) throws IOException {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    Certificate after;
    try {
      after = review.run(visit.caller(), id, approve, reason);
    } catch (Refused refused) {
      againOr(context, reason, "", refused);
      return;
    }
    boolean stays = after.seller() == visit.caller().seller() && !visit.field("next").equals("reviews");
    visit.done(approve ? "approved" : "rejected", id, stays ? address(id) : REVIEWS);
  }

  private interface Taken {
    Certificate take(Caller caller, int id) throws IOException;
  }

  private void step(Context context, String done, Taken step) throws IOException {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      step.take(visit.caller(), id);
    } catch (Refused refused) {
      againOr(context, "", "", refused);
      return;
    }
    visit.done(done, id, address(id));
  }

  /** What the owner says in a dispute about it. */
  private void say(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    String words = visit.field("words");
    try {
      disputes.say(visit.caller(), id, words);
    } catch (Refused refused) {
      againOr(context, "", words, refused);
      return;
    }
    visit.done("statement", id, address(id));
  }

  /** A refusal that the person can mend is said on the certificate's own page, what was typed still in it. */
  private void againOr(Context context, String reason, String words, Refused refused) {
    if (!List.of(Errors.FIELD_INVALID, Errors.WRONG_STATE, Errors.OWN_REVIEW, Errors.PHOTOGRAPH_LEAKED).contains(refused.error())) {
      throw refused;
    }
    show(context, reason, words, refused);
  }

  private static String address(int id) {
    return LIST + "/" + id;
  }
}
