package shotdeed.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.wire.Handshake;

/** The server's JSON on the example files that the extension's own codecs are tested on. */
class WireExamplesTest {
  @ParameterizedTest
  @CsvSource({
    "Handshake, Handshake",
    "PairRequest, PairRequest",
    "PairResponse, PairResponse",
    "Problem, Problem",
    "SeenListing, SeenListing",
    "SightingReport, SightingReport",
    "SightingReport, SightingReport.strip",
    "SightingResult, SightingResult",
    "SightingResult, SightingResult.none",
    "LookResult, LookResult",
    "LookResult, LookResult.raster",
    "ComplaintRequest, ComplaintRequest",
    "ComplaintSummary, ComplaintSummary",
    "MatchRequest, MatchRequest",
    "MatchResponse, MatchResponse",
    "WatchList, WatchList",
    "WatchRequest, WatchRequest",
    "VisitReport, VisitReport",
    "CoverageReport, CoverageReport"
  })
  void each_example_is_read_into_its_record_and_written_again_to_the_letter(String type, String file)
      throws Exception {
    String example = example(file);
    Class<?> record = Class.forName(Handshake.class.getPackageName() + "." + type);
    Object message = Json.read(example.getBytes(StandardCharsets.UTF_8), record);
    assertThat(new String(Json.write(message), StandardCharsets.UTF_8)).isEqualTo(example);
  }

  private static String example(String name) throws IOException {
    try (InputStream in = WireExamplesTest.class.getResourceAsStream("/wire/" + name + ".json")) {
      assertThat(in).as("wire/%s.json among the shared test resources", name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
