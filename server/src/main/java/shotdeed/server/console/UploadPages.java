package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import shotdeed.model.CertificateState;
import shotdeed.server.certify.Basis;
import shotdeed.server.certify.CertificateRoutes;
import shotdeed.server.certify.Declaration;
import shotdeed.server.certify.UploadResult;
import shotdeed.server.certify.subject.EligibleCategories;
import shotdeed.server.certify.subject.Subject;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Csrf;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.Multipart;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.upload.PlainUpload;

/** Uploads photographs and shows, file by file, what became of them. */
public final class UploadPages implements RouteGroup {
  private static final String UNPUBLISHED = "unpublished";
  private static final String PUBLISHED = "published";
  private static final int MAX_PUBLISHED = 500;

  private final Desk desk;
  private final PlainUpload certify;
  private final EligibleCategories eligible;
  private final Incoming incoming;

  public UploadPages(Desk desk, PlainUpload certify, EligibleCategories eligible, Incoming incoming) {
    this.desk = desk;
    this.certify = certify;
    this.eligible = eligible;
    this.incoming = incoming;
  }

  /**
   * What the form states, as typed.
   *
   * @param publication {@code unpublished}, {@code published}, or empty while nothing was chosen
   * @param category id
   * @param person {@code yes}, {@code no} or {@code unknown}
   */
  public record Stated(
      String basis,
      String publication,
      String firstPublished,
      String publishedOn,
      String category,
      String person) {
    /** Whether a published photograph's first publication is stated. */
    boolean published() {
      return publication.equals(PUBLISHED) && !firstPublished.isEmpty() && !publishedOn.isEmpty();
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/upload", this::form);
    routes.post("/upload", this::upload);
  }

  private void form(Context context) {
    Visit visit = desk.signedIn(context);
    certify.requireAdmitted(visit.caller());
    Subject last = eligible.choice(visit.caller()).last();
    Stated stated = new Stated(Basis.OWN.text(), "", "", "", last.category().id(), last.person().text());
    show(context, visit, visit.page("upload"), stated, "");
  }

  /**
   * @param missing key of the words that say what is missing, or empty
   */
  private void show(Context context, Visit visit, Page page, Stated stated, String missing) {
    List<String> bases = new ArrayList<>();
    for (Basis basis : Basis.values()) {
      bases.add(basis.text());
    }
    desk.show(
        context,
        "upload",
        page,
        Map.of(
            "stated",
            stated,
            "categories",
            eligible.choice(visit.caller()).open(),
            "bases",
            bases,
            "missing",
            missing,
            "maxFiles",
            CertificateRoutes.MAX_FILES,
            "maxMegabytes",
            PictureDecoder.MAX_BYTES >> 20,
            "maxTotal",
            (int) (CertificateRoutes.MAX_UPLOAD >> 20)));
  }

  private void upload(Context context) throws IOException {
    Visit visit = desk.signedIn(context);
    certify.requireAdmitted(visit.caller());
    try (Multipart form = Multipart.receive(context, incoming, CertificateRoutes.MAX_UPLOAD)) {
      visit.requireOwnForm(form.text(Csrf.FIELD));
      Stated stated =
          new Stated(
              text(form, "basis"),
              text(form, "publication"),
              text(form, "firstPublished"),
              text(form, "publishedOn"),
              text(form, "category"),
              text(form, "person"));
      List<Multipart.Upload> files = new ArrayList<>(form.files("file"));
      // A form without a chosen file sends one that has neither name nor content.
      files.removeIf(file -> file.size() == 0 && file.name().isEmpty());
      String missing = missing(files.size(), stated);
      if (!missing.isEmpty()) {
        Refused refused = new Refused(Errors.FIELD_INVALID, "file", "");
        show(context, visit, visit.page("upload", "/upload", refused), stated, missing);
        return;
      }
      Declaration declaration = new Declaration(
          stated.publication().equals(UNPUBLISHED),
          Basis.of(stated.basis()),
          stated.firstPublished(),
          stated.publishedOn(),
          null,
          Subject.of(stated.category(), stated.person()));
      List<UploadResult> results = certify.run(visit.caller(), files, declaration);
      int accepted = (int) results.stream().filter(UploadPages::accepted).count();
      desk.show(
          context, "upload-results", visit.page("upload"), Map.of("results", results, "accepted", accepted));
    }
  }

  private static boolean accepted(UploadResult result) {
    return !result.state().equals(CertificateState.REFUSED.text());
  }

  private static String text(Multipart form, String name) throws IOException {
    String text = form.text(name);
    return text == null ? "" : text.substring(0, Math.min(text.length(), MAX_PUBLISHED)).trim();
  }

  private static String missing(int files, Stated stated) {
    if (!stated.publication().equals(UNPUBLISHED) && !stated.publication().equals(PUBLISHED)) {
      return "upload.missing.publication";
    }
    if (stated.publication().equals(PUBLISHED) && !stated.published()) {
      return "upload.missing.where";
    }
    if (files == 0) {
      return "upload.missing.file";
    }
    return files > CertificateRoutes.MAX_FILES ? "upload.missing.fewer" : "";
  }
}
