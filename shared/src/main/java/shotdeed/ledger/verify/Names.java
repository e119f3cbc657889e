package shotdeed.ledger.verify;

/** What may stand in a bundle beside what was sealed: anything else there could be taken for evidence. */
final class Names {
  private static final int MAX_DIGITS = 10;
  private static final String CERTIFICATE = Proofs.FOLDER + "certificate-";

  private Names() {}

  /** Whether a path is that of a proof, or of what proofs are checked with. */
  static boolean isProof(String path) {
    return path.equals(Proofs.EVIDENCE)
        || path.equals(Proofs.PREDECESSOR)
        || path.equals(KeyChain.PATH)
        || path.equals(Witnesses.PATH)
        || isOfCertificate(path);
  }

  /** {@code proofs/certificate-12.tlog-proof} or {@code proofs/certificate-12-1.tlog-proof}. */
  private static boolean isOfCertificate(String path) {
    if (!path.startsWith(CERTIFICATE) || !path.endsWith(Proofs.ENDING)) {
      return false;
    }
    int end = path.length() - Proofs.ENDING.length();
    String name = path.substring(CERTIFICATE.length(), Math.max(CERTIFICATE.length(), end));
    int dash = name.indexOf('-');
    return dash < 0 ? isNumber(name) : isNumber(name.substring(0, dash)) && isNumber(name.substring(dash + 1));
  }

  /** Whether a path is that of a time stamp, or of what was stamped: {@code stamps/name-1234.tsr}. */
  static boolean isStamp(String path) {
    String ending = path.endsWith(Stamps.STAMP) ? Stamps.STAMP : Stamps.STAMPED;
    int dash = path.lastIndexOf('-');
    boolean formed = path.startsWith(Stamps.FOLDER) && path.endsWith(ending) && dash > Stamps.FOLDER.length();
    return formed
        && path.indexOf('/', Stamps.FOLDER.length()) < 0
        && isNumber(path.substring(dash + 1, path.length() - ending.length()));
  }

  private static boolean isNumber(String text) {
    boolean number = !text.isEmpty() && text.length() <= MAX_DIGITS && text.charAt(0) != '0';
    for (int i = 0; number && i < text.length(); i++) {
      number = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return number;
  }
}
