package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.AttachmentName;
import shotdeed.server.platform.Csrf;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.Multipart;
import shotdeed.server.platform.PrivateContent;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.proof.AddProof;
import shotdeed.server.proof.ProofFolder;
import shotdeed.server.proof.ProofKind;
import shotdeed.server.proof.RemoveProof;
import shotdeed.server.proof.ShareProof;
import shotdeed.server.proof.StatePublication;

/** The proof folder behind a certificate. */
public final class ProofPages implements RouteGroup {
  private static final String FOLDER = "/certificates/{id}/proof";

  private final Desk desk;
  private final ProofFolder folder;
  private final AddProof add;
  private final RemoveProof remove;
  private final ShareProof share;
  private final StatePublication publication;
  private final Incoming incoming;

  public ProofPages(
      Desk desk,
      ProofFolder folder,
      AddProof add,
      RemoveProof remove,
      ShareProof share,
      StatePublication publication,
      Incoming incoming) {
    this.desk = desk;
    this.folder = folder;
    this.add = add;
    this.remove = remove;
    this.share = share;
    this.publication = publication;
    this.incoming = incoming;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(FOLDER, context -> show(context, List.of(), null, Map.of()));
    routes.post(FOLDER, this::add);
    routes.post(FOLDER + "/share", this::share);
    routes.post(FOLDER + "/publication", this::publication);
    routes.get(FOLDER + "/{proof}/file", this::file);
    routes.get(FOLDER + "/{proof}/picture", this::picture);
    routes.post(FOLDER + "/{proof}/remove", this::remove);
    routes.post(FOLDER + "/{proof}/restore", this::restore);
  }

  /**
   * @param results of the upload before, those of files that were not added first
   * @param typed fields of a form that was not complete
   */
  private void show(Context context, List<AddProof.Result> results, Refused problem, Map<String, String> typed) {
    Visit visit = desk.signedIn(context);
    int id = Bearer.number(context, "id");
    ProofFolder.View view = folder.look(visit.caller(), id);
    Page page = problem == null ? visit.page("certificates") : visit.page("certificates", address(id), problem);
    Map<String, String> warnings = new HashMap<>();
    view.standing().forEach(proof -> warnings.put("" + proof.id(), String.valueOf(folder.warning(proof))));
    desk.show(
        context,
        "proof",
        page,
        Map.of(
            "view", view,
            "warnings", warnings,
            "results", results,
            "typed", typed,
            "version", folder.version(),
            "today", java.time.LocalDate.now().toString()));
  }

  private void add(Context context) throws IOException {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    int id = Bearer.number(context, "id");
    folder.look(visit.caller(), id); // before a gigabyte is received
    List<AddProof.Result> results;
    try (Multipart form = Multipart.receive(context, incoming, AddProof.MAX_REQUEST)) {
      visit.requireOwnForm(form.text(Csrf.FIELD));
      ProofKind kind = ProofKind.of(form.text("kind"));
      List<Multipart.Upload> files = new ArrayList<>(form.files("file"));
      files.removeIf(file -> file.size() == 0 && file.name().isEmpty());
      if (files.isEmpty() || files.size() > AddProof.MAX_FILES) {
        throw new Refused(Errors.FIELD_INVALID, "proofFile", "1 to " + AddProof.MAX_FILES + " files");
      }
      results = add.run(visit.caller(), id, kind, files);
    } catch (Refused refused) {
      againOr(context, refused, Map.of());
      return;
    }
    List<AddProof.Result> notAdded =
        results.stream().filter(result -> result.outcome() != AddProof.Outcome.ADDED).toList();
    if (notAdded.isEmpty()) {
      visit.done("proofs-added", results.size(), address(id));
    } else {
      show(context, results, null, Map.of());
    }
  }

  private void share(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      List<Integer> uses = context.formParams("proof").stream().map(ProofPages::number).toList();
      int added = share.run(visit.caller(), id, uses, visit.field("certificates"));
      visit.done("proofs-shared", added, address(id));
    } catch (Refused refused) {
      againOr(context, refused, Map.of("certificates", visit.field("certificates")));
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Refused(Errors.NOT_FOUND);
    }
  }

  private void publication(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      publication.run(visit.caller(), id, visit.field("firstPublished"), visit.field("publishedOn"));
      visit.done("publication-stated", id, address(id));
    } catch (Refused refused) {
      againOr(
          context,
          refused,
          Map.of("firstPublished", visit.field("firstPublished"), "publishedOn", visit.field("publishedOn")));
    }
  }

  private void file(Context context) throws IOException {
    Caller caller = desk.signedIn(context).caller();
    ProofFolder.Download file =
        folder.download(caller, Bearer.number(context, "id"), Bearer.number(context, "proof"));
    context.contentType("application/octet-stream");
    context.header("Content-Disposition", AttachmentName.header(file.name()));
    context.header("Content-Length", String.valueOf(file.bytes()));
    context.header("Content-Security-Policy", "sandbox; default-src 'none'");
    context.result(file.content());
  }

  private void picture(Context context) throws IOException {
    Caller caller = desk.signedIn(context).caller();
    byte[] jpeg = folder.thumb(caller, Bearer.number(context, "id"), Bearer.number(context, "proof"));
    PrivateContent.send(context, "image/jpeg", jpeg);
  }

  private void remove(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    remove.remove(visit.caller(), id, Bearer.number(context, "proof"));
    visit.done("proof-removed", id, address(id) + "#removed");
  }

  private void restore(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    remove.putBack(visit.caller(), id, Bearer.number(context, "proof"));
    visit.done("proof-restored", id, address(id));
  }

  private void againOr(Context context, Refused refused, Map<String, String> typed) {
    if (refused.error() != Errors.FIELD_INVALID) {
      throw refused;
    }
    show(context, List.of(), refused, typed);
  }

  private static String address(int id) {
    return "/certificates/" + id + "/proof";
  }
}
