package shotdeed.server.upload;

import shotdeed.server.platform.Errors;

/** Why a zip file, or a file in it, is not taken. */
final class ZipFault extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Errors error;

  ZipFault(Errors error) {
    super(error.code(), null, false, false);
    this.error = error;
  }

  Errors error() {
    return error;
  }
}
