package shotdeed.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.server.platform.Json;

class PreparedExtensionTest {
  private static final String SERVER = "http://127.0.0.1:8710";
  private static final String MARKET = "http://127.0.0.1:8711";
  private static final String MANIFEST =
      "{\"manifest_version\":3,\"permissions\":[\"storage\"],\"optional_host_permissions\":[\"https://*/*\"]}";

  @TempDir Path folder;
  private Path built;

  @BeforeEach
  void build() throws IOException {
    built = Files.createDirectories(folder.resolve("built"));
    Files.writeString(built.resolve("manifest.json"), MANIFEST);
    Files.createDirectories(built.resolve("_locales/en"));
    Files.writeString(built.resolve("_locales/en/messages.json"), "{}");
  }

  private PreparedExtension copy() throws IOException {
    return PreparedExtension.copy(built, folder.resolve("copy"), SERVER, MARKET);
  }

  @Test
  void the_copy_may_read_exactly_the_two_origins_more_than_the_built_one() throws IOException {
    PreparedExtension copy = copy();
    assertThat(json(copy, "manifest.json").toString()).isEqualTo(
        "{\"manifest_version\":3,\"permissions\":[\"storage\"],\"optional_host_permissions\":[\"https://*/*\"],"
            + "\"host_permissions\":[\"http://127.0.0.1:8710/*\",\"http://127.0.0.1:8711/*\"]}");
    assertThat(copy.folder().resolve("_locales/en/messages.json")).hasContent("{}");
    assertThat(built.resolve("manifest.json")).hasContent(MANIFEST);
  }

  @Test
  void the_preset_pairs_and_watches_the_marketplace_by_taobaos_rules() throws IOException {
    PreparedExtension copy = copy();
    copy.preset(SERVER + "/pair#old", MARKET);
    copy.preset(SERVER + "/pair#new", MARKET);
    assertThat(json(copy, "preset.json")).isEqualTo(Json.read(
        """
        {"link": "http://127.0.0.1:8710/pair#new", "device": "Demo browser",
         "sites": [{"id": "http://127.0.0.1:8711", "pages": ["http://127.0.0.1:8711/*"],
                    "pictures": ["http://127.0.0.1:8711/*"], "market": "taobao"}]}"""
            .getBytes(StandardCharsets.UTF_8),
        JsonNode.class));
    assertThat(built.resolve("preset.json")).doesNotExist();
  }

  private static JsonNode json(PreparedExtension copy, String name) throws IOException {
    return Json.read(Files.readAllBytes(copy.folder().resolve(name)), JsonNode.class);
  }

  @Test
  void a_folder_without_a_manifest_is_no_extension() throws IOException {
    Files.delete(built.resolve("manifest.json"));
    assertThatThrownBy(this::copy).hasMessage("there is no extension in " + built + " (no manifest.json)");
    assertThat(folder.resolve("copy")).doesNotExist();
  }

  @Test
  void a_manifest_that_is_no_object_is_refused() throws IOException {
    Files.writeString(built.resolve("manifest.json"), "[]");
    assertThatThrownBy(this::copy).hasMessage("the extension's manifest.json is no JSON object");
  }
}
