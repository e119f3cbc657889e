package shotdeed.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A real HTTP client, with or without a device's token. */
public final class Client {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String BOUNDARY = "----shotdeed-test";

  private final TestServer server;
  private final String token;

  Client(TestServer server, String token) {
    this.server = server;
    this.token = token;
  }

  /** The device's token; {@code null} without one. */
  public String token() {
    return token;
  }

  /** The same client with another token. */
  public Client with(String otherToken) {
    return new Client(server, otherToken);
  }

  /** What came back. */
  public record Reply(int status, HttpResponse<byte[]> response) {
    public byte[] bytes() {
      return response.body();
    }

    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return TestServer.json(response.body());
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }
  }

  public Reply get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  public Reply method(String method, String path) {
    return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
  }

  public Reply post(String path) {
    return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
  }

  public Reply postJson(String path, String json) {
    return postBody(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  public Reply postBody(String path, String contentType, byte[] body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** Any method with a body. */
  public Reply send(String method, String path, String contentType, byte[] body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", contentType)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  public Reply postStream(String path, String contentType, HttpRequest.BodyPublisher body) {
    return send(request(path, "Content-Type", contentType).POST(body));
  }

  public Reply postParts(String path, Parts parts) {
    return postBody(path, Parts.CONTENT_TYPE, parts.bytes());
  }

  /** A multipart body, part by part. */
  public static final class Parts {
    public static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public Parts field(String name, String value) {
      return part(
          "form-data; name=\"" + name + "\"", "text/plain; charset=utf-8", value.getBytes(StandardCharsets.UTF_8));
    }

    public Parts file(String name, String fileName, byte[] content) {
      return part(
          "form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"", "application/octet-stream", content);
    }

    private Parts part(String disposition, String type, byte[] content) {
      body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\nContent-Type: " + type
          + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      body.writeBytes(content);
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
      return this;
    }

    public byte[] bytes() {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      whole.writeBytes(body.toByteArray());
      whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
      return whole.toByteArray();
    }
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.server().origin() + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  private static Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Reply(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
