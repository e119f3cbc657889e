package shotdeed.extension.wire;

/** Names the words for what a certificate says about publication. */
public final class GradeKey {
  private GradeKey() {}

  /** Key of the message for a grade, see {@code shotdeed.model.Grade}. */
  public static String of(String grade) {
    return grade.equals("certified-before-publication") ? "gradeCertified" : "gradeRegistered";
  }
}
