package shotdeed.server.certify;

import shotdeed.model.Grade;
import shotdeed.server.certify.subject.Subject;
import shotdeed.server.platform.PageText;

/**
 * What the owner states about the photographs of an upload.
 *
 * @param unpublished that none was published or handed over in any form; the certificates then name this declaration
 * @param firstPublished where they were first published, or {@code null}
 * @param publishedOn the day, ISO 8601, or {@code null}; see {@link FirstPublication#day}
 * @param title for a single file, or {@code null} for the file's own name
 * @param subject what they show
 */
public record Declaration(
    boolean unpublished, Basis basis, String firstPublished, String publishedOn, String title, Subject subject) {
  private static final int MAX_TITLE = 200;

  /** Without a word about what they show. */
  public Declaration(boolean unpublished, Basis basis, String firstPublished, String publishedOn, String title) {
    this(unpublished, basis, firstPublished, publishedOn, title, Subject.UNSTATED);
  }

  /** Without a day either. */
  public Declaration(boolean unpublished, Basis basis, String firstPublished, String title) {
    this(unpublished, basis, firstPublished, null, title);
  }

  Grade grade() {
    return unpublished ? Grade.CERTIFIED_BEFORE_PUBLICATION : Grade.REGISTERED_AFTER_PUBLICATION;
  }

  String titleOr(String fileName) {
    String stated = PageText.line(title, MAX_TITLE);
    return stated.isEmpty() ? PageText.line(fileName, MAX_TITLE) : stated;
  }

  String firstPublishedOrNull() {
    String stated = PageText.line(firstPublished, FirstPublication.MAX_PLACE);
    return stated.isEmpty() || unpublished ? null : stated;
  }
}
