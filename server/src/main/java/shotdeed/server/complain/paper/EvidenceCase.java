package shotdeed.server.complain.paper;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that the PDF says, as sealed; and what a packing adds to it.
 *
 * @param complaint number of the complaint
 * @param manifest as sealed
 * @param certificates the sealed record of each certificate, by number
 * @param sealedSha256 of the sealed list
 * @param log where the log stands, or {@code null} if nothing of this complaint is in a log
 * @param screenshot what is shown of the page
 * @param withheld paths of sealed parts that are not in the bundle
 * @param originals paths of originals that are, because the seller ticked them
 * @param packedAt when the bundle was made, by the server's clock
 */
public record EvidenceCase(
    int complaint,
    JsonNode manifest,
    Map<Integer, JsonNode> certificates,
    String sealedSha256,
    LogFacts log,
    Screenshot screenshot,
    List<String> withheld,
    List<String> originals,
    Instant packedAt) {

  /**
   * What the log says of a complaint.
   *
   * @param fingerprint of its key, 64 hexadecimal digits
   * @param size leaves under the checkpoint that the proofs lead to
   * @param root of the checkpoint, base64
   * @param evidence the leaf that the sealed list is committed to, or {@code null}
   * @param certificates the leaf of each certificate, by its number
   * @param attestations who else saw a checkpoint over the evidence; empty if nobody did
   */
  public record LogFacts(
      String origin,
      String fingerprint,
      long size,
      String root,
      Leaf evidence,
      Map<Integer, Leaf> certificates,
      List<Attestation> attestations) {}

  /**
   * A leaf of the log.
   *
   * @param index 0 for the first
   * @param loggedAt by the server's clock
   * @param attested who else says since when it is there at the latest, or {@code null}
   */
  public record Leaf(long index, Instant loggedAt, Attestation attested) {}

  /**
   * Somebody else says that a checkpoint existed no later than a time.
   *
   * @param by name of the time-stamp authority or of the witness
   * @param file of the stamp in the bundle, or {@code null} for a witness
   */
  public record Attestation(String by, Instant at, String file) {}

  /**
   * The page as a picture.
   *
   * @param masked PNG or JPEG in which only the kept boxes can be read; {@code null} if there is none
   * @param whyNot why there is none: {@code none} was taken, the capture names no {@code boxes}, the picture does not
   *     {@code fit} it, or is {@code unreadable}; {@code null} if there is one
   */
  public record Screenshot(byte[] masked, String whyNot) {}

  /** Where the pictures come from. */
  public interface Pictures {
    /** A sealed part, or {@code null} if it cannot be had. */
    byte[] part(String path) throws IOException;

    /** A small JPEG of a certified photograph, or {@code null} if it cannot be had. */
    byte[] original(int certificate) throws IOException;
  }
}
