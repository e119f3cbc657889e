package shotdeed.server;

import java.time.InstantSource;
import shotdeed.server.certify.Admission;
import shotdeed.server.certify.Derived;
import shotdeed.server.console.Desk;
import shotdeed.server.console.ProofPages;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.Turnstile;
import shotdeed.server.proof.AddProof;
import shotdeed.server.proof.ProofAccess;
import shotdeed.server.proof.ProofFolder;
import shotdeed.server.proof.Readiness;
import shotdeed.server.proof.RemoveProof;
import shotdeed.server.proof.ShareProof;
import shotdeed.server.proof.StatePublication;

/** The use cases of proof folders. */
final class Proofs {
  private final ProofFolder folder;
  private final AddProof add;
  private final RemoveProof remove;
  private final ShareProof share;
  private final StatePublication publication;
  private final Incoming incoming;

  Proofs(
      Admission admission,
      Database database,
      FileStore files,
      Incoming incoming,
      Derived derived,
      Turnstile turnstile,
      PictureDecoder decoder,
      InstantSource clock) {
    ProofAccess access = new ProofAccess();
    this.incoming = incoming;
    folder = new ProofFolder(database, files, derived, access, new Readiness(), clock);
    add = new AddProof(admission, database, files, incoming.space(), access, turnstile, decoder, clock);
    remove = new RemoveProof(database, access, clock);
    share = new ShareProof(database, access, clock);
    publication = new StatePublication(database, access, clock);
  }

  ProofFolder folder() {
    return folder;
  }

  ProofPages pages(Desk desk) {
    return new ProofPages(desk, folder, add, remove, share, publication, incoming);
  }
}
