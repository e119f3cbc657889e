package shotdeed.server.certify;

/**
 * What became of one file of an upload.
 *
 * @param file the file's own name
 * @param certificate number of the certificate, or of the record of the refusal; 0 if nothing was recorded
 * @param state {@code first-passed} or {@code refused}
 * @param code of the error that refused it, or {@code null}
 * @param message why it was refused, in English, or {@code null}
 * @param existing number of the certificate that the photograph has already, or 0
 */
public record UploadResult(String file, int certificate, String state, String code, String message, int existing) {}
