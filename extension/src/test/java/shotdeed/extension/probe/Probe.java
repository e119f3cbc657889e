package shotdeed.extension.probe;

import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int32Array;
import org.teavm.jso.typedarrays.Int8Array;
import shotdeed.extension.browser.Json;
import shotdeed.extension.scan.PageShape;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Pdq;
import shotdeed.image.LumaImage;

/**
 * The kernel and the message codecs, compiled for the browser as they ship, behind functions that a test page calls. The
 * same vectors and example files are read by tests on the JVM.
 */
public final class Probe {
  private Probe() {}

  /** Publishes the functions. */
  public static void main(String[] arguments) {
    publish("hashPixels", (width, height, rgba) -> hash(width, height, rgba));
    publish("kernelCost", (width, height, rgba) -> KernelCost.of(width, height, pixels(rgba)));
    publish("kernelNumbers", (width, height, rgba) -> KernelNumbers.of(width, height, pixels(rgba)));
    publish("featureCost", (width, height, rgba) -> FeatureCost.of(width, height, pixels(rgba)));
    publish("featureNumbers", (width, height, rgba) -> FeatureNumbers.of(width, height, pixels(rgba)));
    publish("stripNumbers", (width, height, rgba) -> StripNumbers.of(width, height, pixels(rgba)));
    publish("stripCost", (width, height, rgba) -> StripCost.of(width, height, pixels(rgba)));
    publishText("roundTrip", RoundTrip::of);
    publishText("pageShape", Probe::pageShape);
    publishFile("judgeFile", Judgement::start);
    publishText("index", IndexRun::of);
  }

  /** Eight hashes in the order of {@link Dihedral}, then the quality, separated by commas. */
  private static String hash(int width, int height, Int8Array rgba) {
    Pdq.Result result = new Pdq().hash(LumaImage.fromAbgr(width, height, pixels(rgba)));
    StringBuilder line = new StringBuilder();
    for (Dihedral form : Dihedral.values()) {
      line.append(result.hash(form)).append(',');
    }
    return line.append(result.quality()).toString();
  }

  /** What the panel is told of a page of a site, after it was said to lack each of these parts in turn, and then all. */
  private static String pageShape(String site, String parts) {
    PageShape shape = new PageShape();
    for (String part : Json.parse(parts).strings("before")) {
      shape.say(site, List.of(part));
    }
    boolean differs = shape.say(site, Json.parse(parts).strings("parts"));
    Json status = Json.object().put("differs", differs);
    shape.addTo(status);
    return status.text();
  }

  private static int[] pixels(Int8Array rgba) {
    return packed(rgba).copyToJavaArray();
  }

  @JSBody(params = "rgba", script = "return new Int32Array(rgba.buffer);")
  private static native Int32Array packed(Int8Array rgba);

  @JSFunctor
  interface PixelFunction extends JSObject {
    String of(int width, int height, Int8Array rgba);
  }

  @JSFunctor
  interface TextFunction extends JSObject {
    String of(String kind, String text);
  }

  @JSFunctor
  interface FileFunction extends JSObject {
    void of(Int8Array file, Judgement.Sink sink);
  }

  @JSBody(params = {"name", "f"}, script = "window[name] = f;")
  private static native void publishFile(String name, FileFunction f);

  @JSBody(params = {"name", "f"}, script = "window[name] = f;")
  private static native void publish(String name, PixelFunction f);

  @JSBody(params = {"name", "f"}, script = "window[name] = f;")
  private static native void publishText(String name, TextFunction f);
}
