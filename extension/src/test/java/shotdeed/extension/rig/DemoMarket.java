package shotdeed.extension.rig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The demonstration's marketplace, run from the finished jar as its users run it. */
public final class DemoMarket implements AutoCloseable {
  private final Process process;
  private final String origin;
  private final JsonNode contents;

  public DemoMarket() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-jar", ShotDeedServer.jar().toString(), "demo", "--no-browser", "--port", "0", "--market-port", "0"));
    try {
      process = new ProcessBuilder(command).redirectError(Path.of("target", "demo.log").toFile()).start();
      origin = market();
      contents = new ObjectMapper().readTree(URI.create(origin + "/demo.json").toURL());
    } catch (IOException e) {
      throw new UncheckedIOException("the demo could not be started; see target/demo.log", e);
    }
  }

  /** Such as {@code http://127.0.0.1:8711}. */
  public String origin() {
    return origin;
  }

  /** Addresses of listings that hold only honest pictures. */
  public List<String> honestListings() {
    List<String> urls = new ArrayList<>();
    contents.get("honest").forEach(url -> urls.add(url.asText()));
    return urls;
  }

  /** Addresses of the stolen pictures on a listing. */
  public List<String> stolenOn(String listing) {
    List<String> urls = new ArrayList<>();
    for (JsonNode stolen : contents.get("stolen")) {
      if (stolen.get("url").asText().equals(listing)) {
        urls.add(stolen.get("picture").asText());
      }
    }
    return urls;
  }

  /** The first listing that holds a copy altered in a way, such as {@code recompressed} or {@code mirrored}. */
  public String listingWith(String how) {
    for (JsonNode stolen : contents.get("stolen")) {
      if (stolen.get("how").asText().equals(how)) {
        return stolen.get("url").asText();
      }
    }
    throw new IllegalArgumentException("the demo has no copy that is " + how);
  }

  private String market() throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("Marketplace:")) {
        String address = line.substring(line.indexOf("http"));
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
      }
    }
    throw new IllegalStateException("the demo ended before it printed its addresses; see target/demo.log");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
