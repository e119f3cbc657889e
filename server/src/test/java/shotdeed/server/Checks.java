package shotdeed.server;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests say about replies, in a line. */
public final class Checks {
  private Checks() {}

  /** The reply, which must be a success. */
  public static Client.Reply ok(Client.Reply reply) {
    assertThat(reply.status()).as("%s", reply.text()).isBetween(200, 299);
    return reply;
  }

  /** The whole body must be this problem; further members as given, such as {@code ,"field":"page"}. */
  public static void problem(Client.Reply reply, int status, String code, String title, String detail, String more) {
    assertThat(reply.text())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + ",\"detail\":\"" + detail
                + "\",\"code\":\"" + code + "\"" + more + "}");
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }

  /** Nothing of another seller's may show, not even that it exists. */
  public static void notFound(Client.Reply reply) {
    problem(
        reply,
        404,
        "not-found",
        "There is nothing here",
        "The address is wrong, or what it names does not exist.",
        "");
  }
}
