package shotdeed.server.complain.paper;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import shotdeed.server.complain.paper.EvidenceBlocks.Picture;
import shotdeed.server.paper.PaperPages;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.Texts;

/**
 * A complaint's evidence as PDF: page one for whoever decides, then each picture, then what it all rests on. It says
 * nothing but what is sealed and what the log says of it; the forecast is not there to be said. Fonts are embedded,
 * parts tagged, pictures made smaller for the page. The same input gives the same bytes.
 *
 * <p>The certified photograph appears only as a small, recompressed comparison picture of at most 600 pixels: beside
 * the copy it shows that the two are one picture, and the side that is accused gets nothing that could pass for a
 * camera's file in an answer to the complaint. The file itself goes into a bundle only when its owner ticks it.
 */
public final class EvidencePdf {
  /** Bytes of all pictures together, for up to as many sightings as a reviewer looks through. */
  private static final int ALL_PICTURES = 2_300_000;
  private static final int LEAST_PICTURE = 6_000;
  private static final int MOST_PICTURE = 70_000;
  private static final int SCREENSHOT_SIDE = 1100;
  private static final int SCREENSHOT_BYTES = 150_000;
  private static final int PICTURES_EACH = 3;
  /** Threads that make pictures ready; each holds a copy and an original. */
  private static final int WORKERS = 2;

  private final PairPictures pairs;
  private final PictureDecoder decoder;

  public EvidencePdf(PictureDecoder decoder) {
    this.decoder = decoder;
    pairs = new PairPictures(decoder);
  }

  /**
   * Writes the PDF.
   *
   * @param out is not closed
   */
  public void write(OutputStream out, Texts texts, EvidenceCase of, EvidenceCase.Pictures pictures)
      throws IOException {
    EvidenceWords words = new EvidenceWords(texts);
    List<Sealed> sightings = new Sealed(of.manifest()).rows("sightings");
    int bytes = Math.max(LEAST_PICTURE, Math.min(MOST_PICTURE, ALL_PICTURES / (sightings.size() * PICTURES_EACH)));
    int side = bytes >= 40_000 ? PairPictures.MOST : bytes >= 20_000 ? 480 : bytes >= 12_000 ? 380 : 260;
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try (PaperPages pages = new PaperPages()) {
      List<Future<PairPictures.Pair>> made = new ArrayList<>();
      for (Sealed sighting : sightings) {
        made.add(workers.submit(() -> pairs.of(sighting, pictures, side, bytes)));
      }
      EvidenceBlocks blocks = new EvidenceBlocks(pages);
      Shown shown = new Shown(blocks, words);
      List<Picture> first = shown.of(sightings.get(0), result(made.get(0)));
      new FrontPage(blocks, words, of, sightings).write(first.get(0), first.get(1));
      pages.turn();
      PicturePages each = new PicturePages(blocks, words, of);
      for (int i = 0; i < sightings.size(); i++) {
        each.write(sightings.get(i), i + 1, sightings.size(), i == 0 ? first : shown.of(sightings.get(i), result(made.get(i))));
      }
      pages.fonts().makeRoom();
      BackPages back = new BackPages(blocks, words, of);
      back.capture(screenshot(blocks, words, of.screenshot().masked()));
      back.certificates();
      back.log();
      back.parts();
      back.checking();
      if (pages.fonts().missed()) {
        blocks.paragraph(words.of("missing-characters"));
      }
      String title = words.of("title", of.complaint());
      String foot = words.of("foot", of.complaint(), of.sealedSha256());
      pages.write(
          out,
          words.language(),
          (page, count) -> words.of("page", page, count),
          title,
          foot,
          of.packedAt().atZone(ZoneOffset.UTC));
    } finally {
      workers.shutdownNow();
    }
  }

  private static PairPictures.Pair result(Future<PairPictures.Pair> made) throws IOException {
    try {
      return made.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server stops");
    } catch (ExecutionException e) {
      throw new IOException("a picture could not be made ready for the PDF", e.getCause());
    }
  }

  /** Each picture is held once, however often it is drawn. */
  private final class Shown {
    private final EvidenceBlocks blocks;
    private final EvidenceWords words;
    private final Map<Integer, PDImageXObject> originals = new HashMap<>();

    Shown(EvidenceBlocks blocks, EvidenceWords words) {
      this.blocks = blocks;
      this.words = words;
    }

    /** The picture on the listing, the certified photograph, and the two laid over each other. */
    List<Picture> of(Sealed sighting, PairPictures.Pair pair) throws IOException {
      int certificate = sighting.number("certificate");
      PDImageXObject original = originals.get(certificate);
      if (original == null && pair.original() != null) {
        original = blocks.image(pair.original().jpeg());
        originals.put(certificate, original);
      }
      List<Picture> shown = new ArrayList<>();
      shown.add(picture(pair.copy(), words.of("caption.copy", words.place(sighting))));
      shown.add(new Picture(
          original,
          pair.original() == null ? new double[0] : pair.original().corners(),
          words.of("caption.original", certificate),
          words.of("caption.unreadable")));
      shown.add(picture(pair.overlay(), words.of("caption.overlay")));
      return shown;
    }

    private Picture picture(PairPictures.Small small, String caption) throws IOException {
      return small == null
          ? new Picture(null, new double[0], caption, words.of("caption.unreadable"))
          : new Picture(blocks.image(small.jpeg()), small.corners(), caption, "");
    }
  }

  private Picture screenshot(EvidenceBlocks blocks, EvidenceWords words, byte[] masked) throws IOException {
    if (masked == null) {
      return null;
    }
    try {
      byte[] jpeg = SmallPicture.jpeg(decoder.decode(masked).image(), SCREENSHOT_SIDE, SCREENSHOT_BYTES);
      return new Picture(blocks.image(jpeg), new double[0], words.of("caption.screenshot"), "");
    } catch (UnreadablePicture e) {
      throw new IOException("the masked screenshot that was just made cannot be read", e);
    }
  }
}
