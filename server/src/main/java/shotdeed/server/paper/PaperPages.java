package shotdeed.server.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * The pages of one document, A4 upright, filled from top to bottom. Lengths are points, (0, 0) is a page's lower left
 * corner. A page is packed as soon as it is full, so that a long document needs little memory.
 */
public final class PaperPages implements AutoCloseable {
  public static final float LEFT = 42;
  public static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;

  private static final float TOP = PDRectangle.A4.getHeight() - 42;
  private static final float BOTTOM = 54;
  private static final float FOOT = 30;
  private static final float FOOT_SIZE = 7;
  private static final String FOOT_COLOUR = "0.4 g";
  /** What a character's shape takes in a font that is embedded, at most, on average. */
  private static final int SHAPE_BYTES = 110;
  /** What a page and a link take beside what is written on them. */
  private static final int PAGE_BYTES = 300;
  private static final int LINK_BYTES = 200;

  private final PDDocument document = new PDDocument();
  private final PaperFonts fonts = new PaperFonts(document);
  private final PaperTags tags = new PaperTags(document.getDocumentCatalog());
  private final PDDocumentOutline outline = new PDDocumentOutline();
  private final PDBorderStyleDictionary noBorder = new PDBorderStyleDictionary();
  private final List<PDPage> pages = new ArrayList<>();
  private final PageContent content = new PageContent();
  private PDPage page;
  private PDResources resources;
  private float y;
  private long bytes;

  /** The words for a page's number. */
  public interface Numbers {
    String of(int page, int pages);
  }

  public PaperPages() throws IOException {
    noBorder.setWidth(0);
    begin();
  }

  public PaperFonts fonts() {
    return fonts;
  }

  public PaperTags tags() {
    return tags;
  }

  public PageContent content() {
    return content;
  }

  /** How far down the page is filled. */
  public float y() {
    return y;
  }

  /** How much of the page is left to fill. */
  public float room() {
    return y - BOTTOM;
  }

  /** Leaves room. */
  public void down(float by) {
    y -= by;
  }

  /** Goes on at an earlier height of this page. */
  public void up(float to) {
    y = to;
  }

  /** About how many bytes the document has so far; rather too many than too few. */
  public long bytes() {
    return bytes + (long) fonts.used() * SHAPE_BYTES;
  }

  /** Goes on to the next page if this one has not as much room, and says so. */
  public boolean need(float height) throws IOException {
    boolean full = y - height < BOTTOM;
    if (full) {
      end();
      begin();
    }
    return full;
  }

  /** Goes on at the top of a page: the next one, if anything stands on this one. */
  public void turn() throws IOException {
    if (y < TOP) {
      end();
      begin();
    }
  }

  private void begin() {
    page = new PDPage(PDRectangle.A4);
    resources = new PDResources();
    PDFont[] all = fonts.all();
    for (int i = 0; i < all.length; i++) {
      resources.put(COSName.getPDFName("F" + i), all[i]);
    }
    page.setResources(resources);
    document.addPage(page);
    pages.add(page);
    tags.begin(page);
    content.clear();
    y = TOP;
  }

  private void end() throws IOException {
    page.setContents(List.of(stream(content)));
  }

  private PDStream stream(PageContent of) throws IOException {
    byte[] packed = of.packed();
    bytes += packed.length + PAGE_BYTES;
    PDStream stream = new PDStream(document);
    stream.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
    try (OutputStream out = stream.getCOSObject().createRawOutputStream()) {
      out.write(packed);
    }
    return stream;
  }

  /** What is drawn until {@link #closeMark} belongs to an element. */
  public void open(COSDictionary element) {
    int number = tags.mark(element, page);
    content.order("/" + element.getNameAsString(COSName.S) + " <</MCID " + number + ">>BDC");
    bytes += 24;
  }

  public void closeMark() {
    content.order("EMC");
  }

  /** What is drawn until {@link #closeMark} says nothing. */
  public void openOrnament() {
    content.order("/Artifact BMC");
  }

  /** A part of the page that leads to an address when clicked. */
  public void link(COSDictionary element, String address, String words, float x, float bottom, float width, float height) {
    PDAnnotationLink link = new PDAnnotationLink();
    link.setRectangle(new PDRectangle(x, bottom, width, height));
    link.setBorderStyle(noBorder);
    link.setContents(words);
    PDActionURI action = new PDActionURI();
    action.setURI(address);
    action.getCOSObject().setDirect(true);
    link.setAction(action);
    COSDictionary of = page.getCOSObject();
    if (of.getCOSArray(COSName.ANNOTS) == null) {
      of.setItem(COSName.ANNOTS, new COSArray());
    }
    of.getCOSArray(COSName.ANNOTS).add(link);
    link.setPage(page);
    tags.link(element, link);
    bytes += LINK_BYTES + address.length();
  }

  /** A picture, fitted into a square. */
  public void picture(PDImageXObject picture, float x, float bottom, float side) {
    float scale = side / Math.max(picture.getWidth(), picture.getHeight());
    float width = picture.getWidth() * scale;
    float height = picture.getHeight() * scale;
    picture(picture, x + (side - width) / 2, bottom + (side - height) / 2, width, height);
  }

  /** A picture that fills a rectangle. */
  public void picture(PDImageXObject picture, float x, float bottom, float width, float height) {
    content.order("q").numbers(width, 0, 0, height, x, bottom).order("cm");
    content.order("/" + resources.add(picture).getName()).order("Do Q");
  }

  public PDDocument document() {
    return document;
  }

  /** Counts bytes that were put into the document by other means. */
  public void count(long more) {
    bytes += more;
  }

  /** An entry of the table of contents that leads to this height of this page. */
  public void bookmark(String words) {
    PDPageXYZDestination there = new PDPageXYZDestination();
    there.setPage(page);
    there.setTop((int) Math.ceil(y));
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(words);
    item.setDestination(there);
    outline.addLast(item);
    bytes += LINK_BYTES;
  }

  /**
   * Ends the last page, numbers all of them and writes the document.
   *
   * @param language tag of the language that it is in, such as {@code zh-CN}
   * @param numbers what stands at the foot of each page on the right
   * @param foot what stands there on the left
   * @param made when, by the clock of the reader
   */
  public void write(
      OutputStream out, String language, Numbers numbers, String title, String foot, ZonedDateTime made)
      throws IOException {
    end();
    for (int i = 0; i < pages.size(); i++) {
      foot(pages.get(i), foot, numbers.of(i + 1, pages.size()));
    }
    fonts.embed();
    tags.finish();
    document.getDocumentCatalog().setLanguage(language);
    document.getDocumentCatalog().setDocumentOutline(outline);
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
    PDDocumentInformation information = document.getDocumentInformation();
    Calendar date = GregorianCalendar.from(made);
    information.setTitle(title);
    information.setCreator("ShotDeed");
    information.setCreationDate(date);
    information.setModificationDate(date);
    document.setDocumentId(made.toInstant().toEpochMilli());
    document.save(out);
  }

  private void foot(PDPage of, String left, String right) throws IOException {
    content.clear();
    openOrnament();
    content.order(FOOT_COLOUR);
    content.text(left, fonts, LEFT, FOOT, FOOT_SIZE, false);
    float width = 0;
    for (int i = 0; i < right.length(); i++) {
      width += fonts.width(right.charAt(i)) * FOOT_SIZE / 1000;
    }
    content.text(right, fonts, LEFT + WIDTH - width, FOOT, FOOT_SIZE, false);
    closeMark();
    List<PDStream> streams = new ArrayList<>();
    of.getContentStreams().forEachRemaining(streams::add);
    streams.add(stream(content));
    of.setContents(streams);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
