package shotdeed.extension.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import javax.imageio.ImageIO;
import shotdeed.image.LumaImage;

/**
 * The server's own decoder, out of its finished jar. Server and extension do not know each other, so it is called by its
 * names, in a class loader of its own.
 */
public final class ServerDecoder implements AutoCloseable {
  private final URLClassLoader loader;
  private final Object decoder;
  private final Method decode;

  /** What became of a file: its brightness, or the reason for none. */
  public record Decoded(LumaImage luma, String reason) {}

  public ServerDecoder() {
    try {
      loader =
          new URLClassLoader(
              new URL[] {ShotDeedServer.jar().toUri().toURL()}, ClassLoader.getPlatformClassLoader());
      Class<?> type = loader.loadClass("shotdeed.server.picture.PictureDecoder");
      decode = type.getMethod("decode", byte[].class);
      ClassLoader usual = Thread.currentThread().getContextClassLoader();
      Thread.currentThread().setContextClassLoader(loader);
      try {
        ImageIO.scanForPlugins();
      } finally {
        Thread.currentThread().setContextClassLoader(usual);
      }
      decoder = type.getConstructor().newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the server's decoder has another form", e);
    }
  }

  /** Decodes a file as the server does. */
  public Decoded decode(byte[] file) {
    try {
      Object luma = call(decode.invoke(decoder, (Object) file), "luma");
      LumaImage image =
          new LumaImage((int) call(luma, "width"), (int) call(luma, "height"), (float[]) call(luma, "values"));
      return new Decoded(image, null);
    } catch (InvocationTargetException e) {
      if (!e.getCause().getClass().getSimpleName().equals("UnreadablePicture")) {
        throw new AssertionError("the server's decoder failed", e.getCause());
      }
      return new Decoded(null, reason(e.getCause()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the server's decoder has another form", e);
    }
  }

  private static String reason(Throwable refused) {
    try {
      return (String) call(call(refused, "reason"), "text");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the server's refusal has another form", e);
    }
  }

  private static Object call(Object target, String name) throws ReflectiveOperationException {
    return target.getClass().getMethod(name).invoke(target);
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
