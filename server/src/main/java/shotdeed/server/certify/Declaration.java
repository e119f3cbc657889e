package shotdeed.server.certify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import shotdeed.model.Grade;
import shotdeed.server.certify.subject.Subject;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;

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

  /**
   * Refuses what cannot be stated: a registration says where and on which day the photographs were first published.
   *
   * @throws shotdeed.server.platform.Refused naming the fields that are missing, or the day if it cannot be one
   */
  public void require(Instant now) {
    boolean day = FirstPublication.day(publishedOn, now) != null;
    if (unpublished || day && firstPublishedOrNull() != null) {
      return;
    }
    List<String> missing = new ArrayList<>();
    if (firstPublishedOrNull() == null) {
      missing.add("firstPublished");
    }
    if (!day) {
      missing.add("publishedOn");
    }
    throw new Refused(Errors.PUBLICATION_MISSING, String.join(", ", missing)).with("missing", missing);
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
