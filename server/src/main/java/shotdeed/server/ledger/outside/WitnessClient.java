package shotdeed.server.ledger.outside;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;
import shotdeed.ledger.Utf8;
import shotdeed.server.ledger.PlatformCrypto;
import shotdeed.server.platform.OutsideCall;
import shotdeed.server.platform.PageText;

/** Asks a witness to sign a checkpoint (c2sp.org/tlog-witness). */
final class WitnessClient {
  private static final int MAX_ANSWER = 64 << 10;
  private static final int MAX_DETAIL = 100;
  private static final String SIZE = "text/x.tlog.size";
  private static final Map<String, String> HEADERS = Map.of("User-Agent", "ShotDeed");

  private final OutsideCall call;
  private final String url;
  private final NoteKey key;
  private final OwnLog log;
  private final InstantSource clock;

  WitnessClient(OutsideCall call, String url, NoteKey key, OwnLog log, InstantSource clock) {
    this.call = call;
    this.url = url;
    this.key = key;
    this.log = log;
    this.clock = clock;
  }

  /** What the witness signed, and when by its own clock. */
  record Given(SignedNote.Signature signature, Instant time) {}

  /**
   * Has a checkpoint signed.
   *
   * @param known the size that the witness signed last, as far as is known here
   */
  Given sign(Noted checkpoint, int known) throws NotGiven {
    int old = Math.min(known, checkpoint.size());
    OutsideCall.Answer answer = ask(checkpoint, old);
    if (answer.status() == 409) {
      int stated = stated(answer, checkpoint);
      if (stated == old) {
        throw forked(checkpoint); // it knows that size with another root
      }
      answer = ask(checkpoint, stated);
    }
    if (answer.status() == 409 || answer.status() == 422) {
      throw forked(checkpoint);
    }
    return given(answer, checkpoint);
  }

  private OutsideCall.Answer ask(Noted checkpoint, int old) throws NotGiven {
    StringBuilder body = new StringBuilder("old ").append(old).append('\n');
    if (old > 0) {
      for (byte[] hash : log.consistency(checkpoint.origin(), old, checkpoint.size())) {
        body.append(Base64.getEncoder().encodeToString(hash)).append('\n');
      }
    }
    body.append('\n').append(checkpoint.note().format());
    try {
      return call.post(url + "/add-checkpoint", HEADERS, "text/plain", Utf8.bytes(body.toString()), MAX_ANSWER + 1);
    } catch (OutsideCall.Failed e) {
      throw new NotGiven(OutsideFault.of(e.fault()), "");
    }
  }

  /** The size that the witness says it signed last. */
  private int stated(OutsideCall.Answer answer, Noted checkpoint) throws NotGiven {
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    String type = answer.contentType() == null ? "" : answer.contentType();
    if (!type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT).equals(SIZE) || !text.matches("(0|[1-9][0-9]{0,9})\n")) {
      throw new NotGiven(OutsideFault.FORM, PageText.line(type + " " + text, MAX_DETAIL));
    }
    long size = Long.parseLong(text.trim());
    if (size > checkpoint.size()) {
      reportLatest(checkpoint.origin());
      throw new NotGiven(OutsideFault.AHEAD, text.trim());
    }
    return (int) size;
  }

  private NotGiven forked(Noted checkpoint) {
    reportLatest(checkpoint.origin());
    return new NotGiven(OutsideFault.FORKED, Integer.toString(checkpoint.size()));
  }

  /**
   * Fetches what the witness signed last. Only a checkpoint that bears this log's own signature is believed: a witness
   * must not be able to end a log by a claim.
   */
  void reportLatest(String origin) {
    try {
      OutsideCall.Answer answer = call.get(
          url + "/checkpoint?log=" + URLEncoder.encode(origin, StandardCharsets.UTF_8), HEADERS, MAX_ANSWER);
      if (answer.status() != 200) {
        return;
      }
      SignedNote note = SignedNote.parse(Utf8.text(answer.body()));
      Checkpoint known = Checkpoint.parse(note.text());
      PlatformCrypto crypto = new PlatformCrypto();
      boolean ours = log.keys().stream().anyMatch(own -> note.isSignedBy(own, crypto));
      if (known.origin().equals(origin) && ours) {
        log.signedOutside(known);
      }
    } catch (OutsideCall.Failed | Malformed e) {
      return; // then the fault alone is told
    }
  }

  private Given given(OutsideCall.Answer answer, Noted checkpoint) throws NotGiven {
    switch (answer.status()) {
      case 200:
        break;
      case 403:
        throw new NotGiven(OutsideFault.KEY_UNKNOWN, log.key().text());
      case 404:
        throw new NotGiven(OutsideFault.LOG_UNKNOWN, log.key().text());
      default:
        throw new NotGiven(OutsideFault.of(answer.status()), Integer.toString(answer.status()));
    }
    if (answer.body().length > MAX_ANSWER) {
      throw new NotGiven(OutsideFault.LARGE, "");
    }
    for (SignedNote.Signature signature : signatures(answer.body())) {
      boolean own = signature.name().equals(key.name()) && Arrays.equals(signature.id(), key.id());
      if (own) {
        return checked(signature, checkpoint);
      }
    }
    throw new NotGiven(OutsideFault.SIGNATURE, "");
  }

  private Given checked(SignedNote.Signature signature, Noted checkpoint) throws NotGiven {
    long seconds = new SignedNote(checkpoint.note().text(), List.of(signature))
        .witnessedBy(key, new PlatformCrypto());
    if (seconds < 0) {
      throw new NotGiven(OutsideFault.SIGNATURE, "");
    }
    Instant now = clock.instant();
    if (Math.abs(seconds - now.getEpochSecond()) > StampAnswer.CLOCKS.toSeconds()) {
      throw new NotGiven(OutsideFault.CLOCK, Long.toString(seconds));
    }
    return new Given(signature, Instant.ofEpochSecond(seconds));
  }

  private static List<SignedNote.Signature> signatures(byte[] body) throws NotGiven {
    List<SignedNote.Signature> signatures = new ArrayList<>();
    try {
      for (String line : Utf8.text(body).split("\n")) {
        signatures.add(SignedNote.signature(line));
      }
    } catch (Malformed e) {
      throw new NotGiven(OutsideFault.FORM, e.getMessage());
    }
    return signatures;
  }
}
