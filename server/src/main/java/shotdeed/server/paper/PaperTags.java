package shotdeed.server.paper;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/**
 * What the parts of a document are, for screen readers and whoever reads the text out again (tagged PDF, ISO 32000-1,
 * 14.7 and 14.8): headings, paragraphs, links, and pictures with their words.
 */
public final class PaperTags {
  private static final COSName OBJR = COSName.getPDFName("OBJR");
  private static final COSName ALT = COSName.ALT;

  private final COSDictionary root;
  private final COSDictionary document;
  private final COSArray parents = new COSArray();
  private COSArray ofPage;
  private int next;

  PaperTags(PDDocumentCatalog catalog) {
    PDStructureTreeRoot tree = new PDStructureTreeRoot();
    root = tree.getCOSObject();
    document = element(root, "Document");
    catalog.setStructureTreeRoot(tree);
    PDMarkInfo marked = new PDMarkInfo();
    marked.setMarked(true);
    catalog.setMarkInfo(marked);
  }

  /** The element that holds all others. */
  public COSDictionary document() {
    return document;
  }

  /** A new last part of a part. */
  public COSDictionary element(COSDictionary parent, String type) {
    COSDictionary element = new COSDictionary();
    element.setName(COSName.S, type);
    element.setItem(COSName.P, parent);
    kids(parent).add(element);
    return element;
  }

  /** A picture and the words that stand for it. */
  public COSDictionary picture(COSDictionary parent, String words) {
    COSDictionary element = element(parent, "Figure");
    element.setString(ALT, words);
    return element;
  }

  /** From now on parts stand on this page. */
  void begin(PDPage page) {
    ofPage = new COSArray();
    page.setStructParents(parent(ofPage));
    page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
  }

  /** The number, on the page, of what is drawn next and belongs to an element. */
  int mark(COSDictionary element, PDPage page) {
    int number = ofPage.size();
    ofPage.add(element);
    if (!element.containsKey(COSName.PG)) {
      element.setItem(COSName.PG, page);
      kids(element).add(COSInteger.get(number));
      return number;
    }
    COSDictionary there = new COSDictionary();
    there.setDirect(true);
    there.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
    there.setItem(COSName.PG, page);
    there.setInt(COSName.MCID, number);
    kids(element).add(there);
    return number;
  }

  /** Has an element know its link. */
  void link(COSDictionary element, PDAnnotation link) {
    COSDictionary reference = new COSDictionary();
    reference.setDirect(true);
    reference.setItem(COSName.TYPE, OBJR);
    reference.setItem(COSName.OBJ, link);
    kids(element).add(reference);
    link.setStructParent(parent(element));
  }

  /** To be called once, when the last part stands. */
  void finish() {
    COSDictionary numbers = new COSDictionary();
    numbers.setItem(COSName.NUMS, parents);
    root.setItem(COSName.PARENT_TREE, numbers);
    root.setInt(COSName.PARENT_TREE_NEXT_KEY, next);
  }

  private int parent(org.apache.pdfbox.cos.COSBase of) {
    parents.add(COSInteger.get(next));
    parents.add(of);
    return next++;
  }

  private static COSArray kids(COSDictionary element) {
    COSArray kids = element.getCOSArray(COSName.K);
    if (kids == null) {
      kids = new COSArray();
      kids.setDirect(true);
      element.setItem(COSName.K, kids);
    }
    return kids;
  }
}
