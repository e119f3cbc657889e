package shotdeed.server.platform;

/**
 * Every error that a client can see: a stable code, and the status of HTTP it comes with. The words stand in the
 * message files: {@code error.CODE} says what happened, {@code error.CODE.detail} what was kept and what to do; where one
 * code needs different words, {@code CODE} is followed by which.
 */
public enum Errors {
  ACCUSATION_KNOWN("accusation-known", 409),
  ACCUSATION_MOVED_ON("accusation-moved-on", 409),
  ADDRESS_UNCONFIRMED("address-unconfirmed", 409),
  ALREADY_COMPLAINED("already-complained", 409),
  ALREADY_REVIEWED("already-reviewed", 409),
  BODY_TOO_LARGE("body-too-large", 413),
  BODY_TOO_SLOW("body-too-slow", 408),
  BUSY("busy", 503),
  BUSY_WITH_EXPORTS("busy", 503, "busy.exports"),
  BUSY_WITH_FINGERPRINTS("busy", 503, "busy.fingerprints"),
  CALENDAR_INVALID("calendar-invalid", 422),
  CASE_NUMBER_DIFFERS("case-number-differs", 409),
  CASE_NUMBER_ELSEWHERE("case-number-elsewhere", 409),
  CATEGORY_NOT_ELIGIBLE("category-not-eligible", 422),
  CERTIFICATE_CONTESTED("certificate-contested", 409),
  CERTIFICATE_REVOKED("certificate-revoked", 409),
  CERTIFICATE_VOIDED("certificate-voided", 409),
  CLAIMS_USED_UP("claims-used-up", 403),
  CLIENT_KEY_REUSED("client-key-reused", 409),
  COMPLAINT_MOVED_ON("complaint-moved-on", 409),
  COMPLAINT_NOT_SUBMITTED("complaint-not-submitted", 409),
  COPIES_COUNT("copies-count", 400),
  COPIES_NONE("copies-none", 409),
  DECIDED_ANEW("decided-anew", 409),
  DISPUTE_DECIDED("dispute-decided", 409),
  DISPUTE_NOT_NEUTRAL("dispute-not-neutral", 403),
  EMAIL_TAKEN("email-taken", 409),
  EXAM_ANSWER_STANDS("exam-answer-stands", 409),
  EXAM_NOT_PASSED("exam-not-passed", 403),
  FEATURES_OF_EXTENSION_OLDER("kernel-differs", 409, "kernel-differs.extension.features"),
  FEATURES_OF_SERVER_OLDER("kernel-differs", 409, "kernel-differs.server.features"),
  FIELD_INVALID("field-invalid", 400),
  FINDING_DECIDED("finding-decided", 409),
  FORM_CHANGED("form-changed", 409),
  FORM_EXPIRED("form-expired", 403),
  FORM_FILE_HELD("form-file-held", 409),
  FORM_INCOMPLETE("form-incomplete", 409),
  FORM_LODGED("form-lodged", 409),
  FORM_UNKNOWN("form-unknown", 409),
  INTERNAL("internal", 500),
  INVITATION_INVALID("invitation-invalid", 403),
  JSON_INVALID("json-invalid", 400),
  KERNEL_OF_EXTENSION_OLDER("kernel-differs", 409, "kernel-differs.extension"),
  KERNEL_OF_SERVER_OLDER("kernel-differs", 409, "kernel-differs.server"),
  LAST_ADMIN("last-owner", 409, "last-owner.admin"),
  LAST_OWNER("last-owner", 409),
  LETTER_CHANGED("letter-changed", 409),
  LETTER_ENDED("letter-ended", 409),
  LETTER_WORDS("letter-words", 422),
  LICENCE_ENDED("licence-ended", 409),
  LINK_INVALID("link-invalid", 403),
  METHOD_NOT_ALLOWED("method-not-allowed", 405),
  MATCH_TOO_LARGE("match-too-large", 413),
  MULTIPART_INVALID("multipart-invalid", 400),
  NAME_TAKEN("name-taken", 409),
  NO_PUBLISHED_POINTS("no-published-points", 409),
  NOTHING_TO_UNDO("nothing-to-undo", 409),
  NOT_A_COPY("not-a-copy", 409),
  NOT_ALLOWED("not-allowed", 403),
  NOT_FOUND("not-found", 404),
  NOT_MARKABLE_CMYK("not-markable", 422, "not-markable.cmyk"),
  NOT_MARKABLE_FORMAT("not-markable", 422, "not-markable.format"),
  NOT_MARKABLE_LONG("not-markable", 422, "not-markable.long"),
  NOT_MARKABLE_MARKED("not-markable", 422, "not-markable.marked"),
  NOT_MARKABLE_MOVING("not-markable", 422, "not-markable.moving"),
  NOT_MARKABLE_PLAIN("not-markable", 422, "not-markable.plain"),
  NOT_MARKABLE_SMALL("not-markable", 422, "not-markable.small"),
  NOT_MARKABLE_UNREADABLE("not-markable", 422, "not-markable.unreadable"),
  NOT_READY("not-ready", 503),
  NOT_SIGNED_IN("not-signed-in", 401),
  OWN_REVIEW("own-review", 403),
  OWN_SHOP("own-shop", 409),
  OWNERSHIP_NOT_STATED("ownership-not-stated", 400),
  PART_MISSING("part-missing", 400),
  PASSWORDS_DIFFER("passwords-differ", 400),
  PASSWORD_GUESSED("password-guessed", 400),
  PASSWORD_TOO_LONG("password-too-long", 400),
  PASSWORD_TOO_SHORT("password-too-short", 400),
  PASSWORD_WRONG("password-wrong", 403),
  PICTURE_ALREADY_CERTIFIED("picture-already-certified", 409),
  PICTURE_ALTERED_COPY_CERTIFIED("picture-altered-copy-certified", 409),
  PHOTOGRAPH_LEAKED("photograph-leaked", 409),
  PICTURE_BORDER("picture-border", 422),
  PICTURE_COLLAGE("picture-collage", 422),
  PICTURE_FLAT("picture-flat", 422),
  PICTURE_FORMAT_NOT_DECODED("picture-format-not-decoded", 422),
  POLICY_CHANGED("policy-changed", 409),
  POLICY_FOLLOWED("policy-followed", 409),
  POLICY_GAP("policy-gap", 422),
  POLICY_INVALID("policy-invalid", 422),
  POLICY_OVERLAP("policy-overlap", 422),
  POLICY_OVERLAP_OPEN("policy-overlap", 422, "policy-overlap.open"),
  POLICY_STANDS("policy-stands", 409),
  POLICY_TAKEN_BACK("policy-taken-back", 409),
  PICTURE_HOLDS_CERTIFIED("picture-holds-certified", 409),
  PICTURE_NOT_A_PICTURE("picture-not-a-picture", 422),
  PICTURE_PART_OF_CERTIFIED("picture-part-of-certified", 409),
  PICTURE_TEXT("picture-text", 422),
  PICTURE_TOO_LARGE("picture-too-large", 413),
  PICTURE_TOO_MANY_PIXELS("picture-too-many-pixels", 422),
  PICTURE_TOO_SMALL("picture-too-small", 422),
  PICTURE_TRUNCATED("picture-truncated", 422),
  PICTURE_VOIDED("picture-voided", 409),
  PICTURE_WORDS("picture-words", 422),
  PUBLICATION_MISSING("publication-missing", 400),
  QUOTA_BYTES("quota-reached", 403, "quota-reached.bytes"),
  QUOTA_CERTIFICATES("quota-reached", 403, "quota-reached.certificates"),
  REASON_NEEDED("reason-needed", 409),
  REASON_NOT_ASKED("reason-not-asked", 409),
  RECHECK_DONE("recheck-done", 409),
  SCREENSHOT_INVALID("screenshot-invalid", 422),
  SELLER_SUSPENDED("seller-suspended", 403),
  SEVERAL_SHOPS("several-shops", 400),
  SHOP_TAKEN("name-taken", 409, "name-taken.shop"),
  SHOP_UNKNOWN("shop-unknown", 409),
  SIGN_IN_WRONG("sign-in-wrong", 403),
  SIGN_UP_CLOSED("sign-up-closed", 403),
  STEP_DAY_AHEAD("step-day", 422, "step-day.ahead"),
  STEP_DAY_EARLY("step-day", 422, "step-day.early"),
  STORAGE_FULL("storage-full", 507),
  SUBMISSION_DAY_EARLY("step-day", 422, "step-day.prepared"),
  TOKEN_UNKNOWN("token-unknown", 401),
  TOO_MANY_ACCUSATIONS("too-many-accusations", 409),
  TOO_MANY_ATTEMPTS("too-many-attempts", 429),
  TOO_MANY_INVITATIONS("too-many-invitations", 409),
  TOO_MANY_LICENCES("too-many-licences", 409),
  TOO_MANY_VIEWS("too-many-views", 409),
  UNDO_OF_BATCH("undo-too-late", 409, "undo-too-late.batch"),
  UNDO_OF_MANY("undo-too-late", 409, "undo-too-late.many"),
  TOO_MANY_REPORTS("too-many-reports", 429),
  UNDO_TOO_LATE("undo-too-late", 409),
  UNKNOWN_HOST("unknown-host", 421),
  UPLOAD_LIMIT("upload-limit", 413),
  UPLOAD_OFFSET("upload-offset", 409),
  WATCH_ADDRESS("watch-address", 422),
  WATCH_FULL("watch-full", 409),
  WEBHOOK_FORGOTTEN("webhook-forgotten", 409),
  WEBHOOK_OFF("webhook-off", 409),
  WEBHOOK_URL_FORM("webhook-url", 422),
  WEBHOOK_URL_PORT("webhook-url", 422, "webhook-url.port"),
  WEBHOOK_URL_PRIVATE("webhook-url", 422, "webhook-url.private"),
  WEBHOOK_URL_SCHEME("webhook-url", 422, "webhook-url.scheme"),
  WEBHOOKS_TOO_MANY("webhooks-too-many", 409),
  VIEW_NAME_TAKEN("name-taken", 409, "name-taken.view"),
  WRONG_CONTENT_TYPE("wrong-content-type", 415),
  WRONG_STATE("wrong-state", 409),
  ZIP_BOMB("zip-bomb", 422),
  ZIP_DAMAGED("zip-damaged", 422),
  ZIP_EMPTY("zip-empty", 422),
  ZIP_ENCRYPTED("zip-encrypted", 422),
  ZIP_NESTED("zip-nested", 422),
  ZIP_TOO_LARGE("zip-too-large", 413);

  private final String code;
  private final int status;
  private final String words;

  Errors(String code, int status) {
    this(code, status, code);
  }

  Errors(String code, int status, String words) {
    this.code = code;
    this.status = status;
    this.words = words;
  }

  /** Stable, for programs. */
  public String code() {
    return code;
  }

  /** Of HTTP. */
  public int status() {
    return status;
  }

  /** Key of the title in the message files. */
  public String titleKey() {
    return "error." + words;
  }

  /** Key of the detail in the message files. */
  public String detailKey() {
    return "error." + words + ".detail";
  }
}
