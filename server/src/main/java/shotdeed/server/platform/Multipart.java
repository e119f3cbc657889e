package shotdeed.server.platform;

import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of a multipart body. What is larger than a few kilobytes lies in temporary files from the moment it
 * arrives, and is gone when this is closed.
 */
public final class Multipart implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Multipart.class);
  private static final int IN_MEMORY = 64 << 10;
  private static final int MAX_NAME = 200;

  private final Collection<Part> parts;

  private Multipart(Collection<Part> parts) {
    this.parts = parts;
  }

  /** A part that holds a file. */
  public static final class Upload implements Content {
    private final Part part;

    private Upload(Part part) {
      this.part = part;
    }

    @Override
    public String name() {
      String name = part.getSubmittedFileName();
      String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
      return PageText.line(last, MAX_NAME);
    }

    @Override
    public long size() {
      return part.getSize();
    }

    @Override
    public byte[] bytes() throws IOException {
      try (InputStream in = open()) {
        return in.readAllBytes();
      }
    }

    @Override
    public InputStream open() throws IOException {
      return part.getInputStream();
    }
  }

  /**
   * Receives a multipart body.
   *
   * @param maxBytes of the whole body
   * @throws Refused if it is too large or no multipart body, or the disk has no room for what it says to hold
   */
  public static Multipart receive(Context context, Incoming incoming, long maxBytes) throws IOException {
    String type = context.contentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      throw new Refused(Errors.WRONG_CONTENT_TYPE, "multipart/form-data");
    }
    Bodies.requireAtMost(context, maxBytes);
    requireRoom(context, incoming.space());
    context.req().setAttribute(
        "org.eclipse.jetty.multipartConfig",
        new MultipartConfigElement(incoming.folder().toString(), -1, maxBytes, IN_MEMORY));
    try {
      return new Multipart(new ArrayList<>(context.req().getParts()));
    } catch (ServletException | IllegalStateException | IOException e) {
      // What is left of the body stays unread, so this connection ends; a client that is not told would send the next
      // request into it.
      context.header("Connection", "close");
      if (FreeSpace.isUsedUp(e)) {
        throw new Refused(Errors.STORAGE_FULL);
      }
      if (Bodies.tooSlow(e)) {
        throw new Refused(Errors.BODY_TOO_SLOW);
      }
      if (says(e, "max length exceeded") || says(e, "exceeds max")) {
        throw Bodies.tooLarge(maxBytes);
      }
      if (says(e, "larger than max length")) {
        throw Bodies.tooLarge(Bodies.MAX_JSON); // all texts together, see WebServer
      }
      LOG.debug("a multipart body could not be read", e);
      throw new Refused(Errors.MULTIPART_INVALID);
    }
  }

  /** Before the first byte is written. A body that does not state its length is stopped where it is taken in. */
  private static void requireRoom(Context context, FreeSpace space) throws IOException {
    try {
      space.require(context.req().getContentLengthLong());
    } catch (Refused full) {
      Bodies.drain(context);
      throw full;
    }
  }

  private static boolean says(Throwable failure, String part) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String words = cause.getMessage();
      if (words != null && words.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** All files under a name, in order. */
  public List<Upload> files(String name) {
    List<Upload> files = new ArrayList<>();
    for (Part part : parts) {
      if (part.getName().equals(name)) {
        files.add(new Upload(part));
      }
    }
    return files;
  }

  /** The one file under a name, or {@code null}. */
  public Upload fileOrNull(String name) {
    List<Upload> files = files(name);
    return files.isEmpty() ? null : files.get(0);
  }

  /**
   * The one file under a name.
   *
   * @throws Refused if there is none
   */
  public Upload file(String name) {
    Upload file = fileOrNull(name);
    if (file == null) {
      throw new Refused(Errors.PART_MISSING, name).with("field", name);
    }
    return file;
  }

  /** The text under a name, or {@code null}; whether it was sent as a field or as a file. */
  public String text(String name) throws IOException {
    Upload file = fileOrNull(name);
    return file == null ? null : new String(bounded(name, file), StandardCharsets.UTF_8);
  }

  /**
   * The JSON message under a name.
   *
   * @throws Refused if there is none, or it has the wrong shape
   */
  public <T> T json(String name, Class<T> type) throws IOException {
    return Json.read(bounded(name, file(name)), type);
  }

  private static byte[] bounded(String name, Upload file) throws IOException {
    if (file.size() > Bodies.MAX_JSON) {
      throw Bodies.tooLarge(Bodies.MAX_JSON).with("field", name);
    }
    return file.bytes();
  }

  @Override
  public void close() {
    for (Part part : parts) {
      try {
        part.delete();
      } catch (IOException e) {
        LOG.warn("a temporary file stays until the next start", e);
      }
    }
  }
}
