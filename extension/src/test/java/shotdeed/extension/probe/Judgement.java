package shotdeed.extension.probe;

import java.util.List;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int8Array;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.scan.PictureDecoder;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Lookup;
import shotdeed.image.LumaImage;

/** What the extension makes of a file: the pixels that its own decoder reads, and what they are looked up with. */
public final class Judgement {
  private Judgement() {}

  /** Is told once. */
  @JSFunctor
  interface Sink extends JSObject {
    /**
     * The result.
     *
     * @param verdict the reason for none, or the queries as {@link #text} writes them
     * @param luma brightness of every pixel; empty where the file could not be read
     */
    void take(String verdict, int width, int height, Float32Array luma);
  }

  static void start(Int8Array file, Sink sink) {
    Tasks.start(() -> judge(file.copyToJavaArray(), sink));
  }

  private static void judge(byte[] file, Sink sink) {
    try {
      LumaImage luma = PictureDecoder.decode(file);
      sink.take(
          text(Lookup.of(new Kernel(), luma)),
          luma.width(),
          luma.height(),
          Float32Array.fromJavaArray(luma.values()));
    } catch (PictureDecoder.Unreadable e) {
      sink.take(e.reason().text(), 0, 0, new Float32Array(0));
    } catch (RuntimeException e) {
      sink.take("an exception: " + e.getMessage(), 0, 0, new Float32Array(0));
    }
  }

  /** One line a query: its region, then its hashes; "-" for a form that is not looked up. */
  public static String text(Lookup lookup) {
    return lookup.unjudged() == null ? text(lookup.queries()) : lookup.unjudged().text();
  }

  private static String text(List<Kernel.Query> queries) {
    StringBuilder lines = new StringBuilder();
    for (Kernel.Query query : queries) {
      lines.append(query.region()).append(' ').append(query.quality());
      for (Dihedral form : Dihedral.values()) {
        Hash256 hash = query.forms()[form.ordinal()];
        lines.append(' ').append(hash == null ? "-" : hash.toString());
      }
      lines.append('\n');
    }
    return lines.toString();
  }
}
