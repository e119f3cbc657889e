package shotdeed.server.verify;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import shotdeed.ledger.verify.Check;
import shotdeed.ledger.verify.Logged;
import shotdeed.ledger.verify.Verification;

/** The result of checking a bundle for programs: codes and values, no words of any language. */
final class ResultJson {
  private static final JsonMapper JSON = new JsonMapper();

  private ResultJson() {}

  static byte[] bytes(Verification result) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("verdict", result.verdict().text());
    texts(json.putArray("faultyParts"), result.faultyParts());
    texts(json.putArray("keys"), result.keys());
    if (result.contents() != null) {
      json.put("origin", result.contents().origin());
      json.put("complaint", result.contents().complaint());
      json.put("language", result.contents().language());
      json.put("packed", result.contents().packed());
    }
    checks(json.putArray("checks"), result);
    records(json.putArray("records"), result);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
  }

  private static void texts(ArrayNode to, Collection<String> texts) {
    texts.forEach(to::add);
  }

  private static void checks(ArrayNode to, Verification result) {
    for (Check check : result.checks()) {
      ObjectNode node = to.addObject();
      node.put("code", check.code()).put("part", check.part()).put("ok", check.ok());
      texts(node.putArray("values"), check.values());
    }
  }

  private static void records(ArrayNode to, Verification result) {
    for (Logged logged : result.records()) {
      ObjectNode node = to.addObject();
      node.put("part", logged.part()).put("leaf", logged.index()).put("size", logged.size());
      ObjectNode fields = node.putObject("record");
      logged.record().fields().forEach(fields::put);
      ArrayNode by = node.putArray("noLaterThan");
      for (Logged.Attested one : logged.by()) {
        by.addObject()
            .put("kind", one.kind())
            .put("by", one.who())
            .put("fingerprint", one.key())
            .put("time", one.time());
      }
    }
  }
}
