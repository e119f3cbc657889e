package shotdeed.server.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.CertifyUpload;
import shotdeed.server.certify.Declaration;
import shotdeed.server.certify.UploadResult;
import shotdeed.server.platform.Content;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Texts;

/** The files of one form, for browsers without script; zip files are unpacked there and then. */
public final class PlainUpload {
  private final CertifyUpload certify;
  private final Path temporary;

  /**
   * @param temporary where a zip file lies while it is read
   */
  public PlainUpload(CertifyUpload certify, Path temporary) {
    this.certify = certify;
    this.temporary = temporary;
  }

  /**
   * Whether the caller may certify at all, before a file is sent.
   *
   * @throws Refused naming what stands in the way
   */
  public void requireAdmitted(Caller caller) {
    certify.requireAdmitted(caller);
  }

  /**
   * Certifies files one after the other, as {@link CertifyUpload#all} does.
   *
   * @throws Refused if not even the first was taken
   */
  public List<UploadResult> run(Caller caller, List<? extends Content> files, Declaration declaration)
      throws IOException {
    List<UploadResult> results = new ArrayList<>();
    List<Content> pictures = new ArrayList<>();
    for (Content file : files) {
      if (file.name().toLowerCase(Locale.ROOT).endsWith(".zip")) {
        results.addAll(zip(caller, file, declaration));
      } else {
        pictures.add(file);
      }
    }
    if (!pictures.isEmpty()) {
      results.addAll(certify.all(caller, pictures, declaration));
    }
    certify.note(caller, results);
    return results;
  }

  private List<UploadResult> zip(Caller caller, Content file, Declaration declaration) throws IOException {
    Path copy = temporary.resolve("zip-" + Secrets.random());
    try {
      try (InputStream in = file.open()) {
        Files.copy(in, copy);
      }
      return unpacked(caller, file.name(), copy, declaration);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private List<UploadResult> unpacked(Caller caller, String zipName, Path copy, Declaration declaration)
      throws IOException {
    List<UploadResult> results = new ArrayList<>();
    try (ZipPhotographs zip = ZipPhotographs.open(copy)) {
      for (ZipDirectory.Entry entry : zip.entries()) {
        String name = zipName + " › " + entry.name();
        try {
          String own = entry.name().substring(entry.name().lastIndexOf('/') + 1);
          UploadResult result = certify.run(caller, Content.of(own, zip.bytes(entry)), declaration);
          results.add(new UploadResult(
              name, result.certificate(), result.state(), result.code(), result.message(), result.existing()));
        } catch (ZipFault fault) {
          results.add(refused(name, fault.error()));
        } catch (Refused refused) {
          if (results.isEmpty()) {
            throw refused;
          }
          results.add(refused(name, refused.error()));
        }
      }
      if (results.isEmpty()) {
        results.add(refused(zipName, Errors.ZIP_EMPTY));
      }
    } catch (ZipFault fault) {
      results.add(refused(zipName, fault.error()));
    }
    return results;
  }

  private static UploadResult refused(String name, Errors error) {
    String message = Texts.in(Language.ENGLISH).get(error.titleKey());
    return new UploadResult(name, 0, CertificateState.REFUSED.text(), error.code(), message, 0);
  }
}
