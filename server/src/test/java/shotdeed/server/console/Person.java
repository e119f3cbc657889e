package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shotdeed.server.Client;
import shotdeed.server.TestServer;

/** A person at a browser: keeps cookies, fills in the forms that a page has, and follows where they lead. */
final class Person {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final TestServer server;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  Person(TestServer server) {
    this.server = server;
  }

  /** Who opened the link of the first start, reading English. */
  static Person admin(TestServer server) {
    Person person = new Person(server).speaking("en");
    String link = server.server().firstSignIn();
    String landing = person.page(link.substring(server.server().origin().length()));
    person.submit(landing, "/sign-in");
    return person;
  }

  /** The upload form, filled in for a photograph of one's own that nobody has seen. */
  static Client.Parts unpublished(String name, byte[] photo) {
    return new Client.Parts().field("basis", "own").field("publication", "unpublished").file("file", name, photo);
  }

  /** With a session. */
  static Person signedIn(TestServer server, String session) {
    Person person = new Person(server);
    person.cookies.put("shotdeed", session);
    return person;
  }

  /** The same browser in another tab, or after a restart of the server. */
  Person at(TestServer restarted) {
    Person same = new Person(restarted);
    same.cookies.putAll(cookies);
    return same;
  }

  Person speaking(String language) {
    cookies.put("shotdeed-language", language);
    return this;
  }

  String cookie(String name) {
    return cookies.get(name);
  }

  Client.Reply get(String path) {
    return kept(server.anybody().get(path, headers()));
  }

  /** The page at an address, which must be there. */
  String page(String path) {
    Client.Reply reply = get(path);
    assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(200);
    return reply.text();
  }

  /** Sends the page's form of an action, its hidden fields as they are, and follows; {@code fields} are typed. */
  Client.Reply submit(String page, String action, String... fields) {
    List<String> all = new ArrayList<>();
    hidden(form(page, action)).forEach((name, value) -> all.addAll(List.of(name, value)));
    all.addAll(Arrays.asList(fields));
    return followed(post(action, all.toArray(new String[0])));
  }

  /** Sends fields to an action, whatever the page's form says. */
  Client.Reply post(String action, String... fields) {
    List<String> body = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      body.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
    }
    return kept(
        server.anybody().postBody(action, FORM, String.join("&", body).getBytes(StandardCharsets.UTF_8), headers()));
  }

  /** Uploads with the upload page's form. */
  Client.Reply upload(Client.Parts parts) {
    hidden(form(page("/upload"), "/upload")).forEach(parts::field);
    return kept(server.anybody().postBody("/upload", Client.Parts.CONTENT_TYPE, parts.bytes(), headers()));
  }

  /** Sends files with a page's form of an action, its hidden fields as they are, and follows. */
  Client.Reply send(String page, String action, Client.Parts parts) {
    hidden(form(page, action)).forEach(parts::field);
    return followed(
        kept(server.anybody().postBody(action, Client.Parts.CONTENT_TYPE, parts.bytes(), headers())));
  }

  /** What a page's script sends, with the form's token. */
  Client.Reply ask(String method, String path, String type, byte[] body) {
    List<String> all = new ArrayList<>(Arrays.asList(headers()));
    all.addAll(List.of("X-Shotdeed-Form", csrf()));
    return server.anybody().send(method, path, type, body, all.toArray(new String[0]));
  }

  /** The form's token that the session's pages carry. */
  String csrf() {
    return hidden(form(page("/"), "/sign-out")).get("csrf");
  }

  private Client.Reply followed(Client.Reply reply) {
    return reply.status() == 303 ? get(pathOf(reply.header("Location"))) : reply;
  }

  private String pathOf(String location) {
    String origin = server.server().origin();
    return location.startsWith(origin) ? location.substring(origin.length()) : location;
  }

  private String[] headers() {
    if (cookies.isEmpty()) {
      return new String[0];
    }
    String all =
        cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; "));
    return new String[] {"Cookie", all};
  }

  private Client.Reply kept(Client.Reply reply) {
    for (String header : reply.response().headers().allValues("Set-Cookie")) {
      String pair = header.split(";", 2)[0];
      String name = pair.substring(0, pair.indexOf('='));
      String value = pair.substring(pair.indexOf('=') + 1);
      if (value.isEmpty() || header.contains("Max-Age=0")) {
        cookies.remove(name);
      } else {
        cookies.put(name, value);
      }
    }
    return reply;
  }

  private static String form(String page, String action) {
    String pattern = "<form[^>]* action=\"" + Pattern.quote(action) + "\"[^>]*>(.*?)</form>";
    Matcher form = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
    assertThat(form.find()).as("a form for %s in %s", action, page).isTrue();
    return form.group(1);
  }

  private static Map<String, String> hidden(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher input = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"").matcher(form);
    while (input.find()) {
      fields.put(input.group(1), input.group(2).replace("&amp;", "&"));
    }
    return fields;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
