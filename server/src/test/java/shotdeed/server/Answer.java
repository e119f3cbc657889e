package shotdeed.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a server answered.
 *
 * @param headers by their names in lower case
 */
record Answer(int status, Map<String, String> headers, byte[] body) {
  static Answer of(Client.Reply reply) {
    Map<String, String> headers = new HashMap<>();
    reply.response().headers().map().forEach((name, values) ->
        headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    return new Answer(reply.status(), headers, reply.bytes());
  }

  /** Sends a request as it stands, even one that no HTTP client would send. */
  static Answer raw(TestServer server, String request) {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return parsed(socket.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer parsed(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    String[] lines = text.substring(0, end).split("\r\n");
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(lines[i].substring(0, colon).toLowerCase(Locale.ROOT), lines[i].substring(colon + 1).trim());
    }
    return new Answer(
        Integer.parseInt(lines[0].split(" ")[1]), headers, Arrays.copyOfRange(bytes, end + 4, bytes.length));
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Without parameters; {@code null} if none is stated. */
  String mediaType() {
    String type = headers.get("content-type");
    return type == null ? null : type.split(";")[0].trim();
  }

  /** The status, and for a problem its code: {@code 400 field-invalid}. */
  String summary() {
    boolean problem = "application/problem+json".equals(mediaType());
    return problem ? status + " " + TestServer.json(body).path("code").asText() : String.valueOf(status);
  }
}
