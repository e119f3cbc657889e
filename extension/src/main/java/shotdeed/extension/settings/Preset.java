package shotdeed.extension.settings;

import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;

/**
 * A file {@code preset.json} that whoever hands out the extension may put into its folder: a pairing link and the sites to
 * watch. It is part of the package, so no web page can write it; the package of the build has none.
 */
public final class Preset {
  private Preset() {}

  /** Applies the preset, if there is one and this browser is not paired yet. Waits. */
  public static void apply() {
    Json preset = Extension.packagedJson("preset.json");
    if (preset == null || Connection.load() != null) {
      return;
    }
    try {
      for (Json site : preset.list("sites")) {
        WatchedSite watched = WatchedSite.read(site);
        if (Extension.hasAccess(watched.origins())) {
          watched.watch();
        }
      }
      Connection.pair(preset.string("link"), preset.string("device"));
    } catch (Json.WrongShape | Http.Unreachable | Connection.ServerRefused e) {
      Tasks.log("ShotDeed: the preset could not be applied: " + e.getMessage());
    }
  }
}
