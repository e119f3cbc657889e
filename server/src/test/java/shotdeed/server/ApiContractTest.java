package shotdeed.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiContractTest {
  private static TestServer server;
  private static OpenApi api;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    api = new OpenApi(Checks.ok(server.anybody().get("/api/v1/openapi.yaml")).bytes());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void the_routes_for_programs_are_those_of_the_file() {
    Set<String> routes = server.server().routes().stream()
        .filter(route -> route.contains(" /api/") || route.endsWith("z"))
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(api.operations()).isEqualTo(routes);
  }
}
