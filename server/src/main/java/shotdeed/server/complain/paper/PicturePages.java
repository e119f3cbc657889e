package shotdeed.server.complain.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import shotdeed.server.complain.By;
import shotdeed.server.complain.paper.EvidenceBlocks.Picture;
import shotdeed.server.complain.paper.EvidenceBlocks.Row;

/** A picture of the listing beside the certified photograph, and all that is sealed about the two. */
final class PicturePages {
  private static final float PICTURES = 158;

  private final EvidenceBlocks blocks;
  private final EvidenceWords words;
  private final EvidenceCase of;

  PicturePages(EvidenceBlocks blocks, EvidenceWords words, EvidenceCase of) {
    this.blocks = blocks;
    this.words = words;
    this.of = of;
  }

  void write(Sealed sighting, int place, int all, List<Picture> pictures) throws IOException {
    blocks.heading(words.of("picture", place, all, words.place(sighting)), PICTURES + 60);
    blocks.pictures(pictures, PICTURES);
    blocks.rows(match(sighting));
    blocks.rows(right(sighting));
    blocks.rows(seen(sighting));
    if (!sighting.rows("slices").isEmpty()) {
      blocks.subheading(words.of("slices"));
      for (Sealed slice : sighting.rows("slices")) {
        blocks.small(words.of(
            "slice", words.place(slice), slice.text("width"), slice.text("height"), slice.text("pictureSha256")));
      }
    }
  }

  private List<Row> match(Sealed sighting) {
    List<Row> rows = new ArrayList<>();
    rows.add(words.row("finding", words.verdict(sighting.text("verdict")) + words.of("colon") + words.match(sighting),
        sighting.said("verdict").by()));
    rows.add(words.row("form", sighting.said("form"), words.form(sighting.text("form"))));
    rows.add(words.row("mark", words.mark(sighting), sighting.said("invisibleMarkRead").by()));
    rows.add(words.row("second-opinion", sighting.said("secondOpinion"), words.opinions(sighting)));
    boolean raster = sighting.text("judgedFrom").startsWith("a PNG");
    if (raster) {
      rows.add(words.row("judged-from", words.of("judged-from.raster"), By.SERVER));
    }
    return rows;
  }

  private List<Row> right(Sealed sighting) {
    int number = sighting.number("certificate");
    Sealed certificate = new Sealed(of.certificates().get(number));
    List<Row> rows = new ArrayList<>();
    rows.add(words.row("certificate", words.of(
        "certificate.one", number, words.grade(certificate.text("grade")), words.basis(certificate.text("basis"))),
        certificate.said("grade").by()));
    EvidenceCase.Leaf leaf = of.log() == null ? null : of.log().certificates().get(number);
    rows.add(words.row("logged", words.leaf(leaf), By.SERVER));
    return rows;
  }

  private List<Row> seen(Sealed sighting) {
    List<Row> rows = new ArrayList<>();
    rows.add(words.row("picture.hash", sighting.said("pictureSha256")));
    rows.add(words.row("size", words.of("pixels", sighting.text("width"), sighting.text("height")),
        sighting.said("width").by()));
    rows.add(words.row("shop", words.shop(sighting), sighting.said("shopName").by()));
    rows.add(words.row("item", sighting.said("title")));
    rows.add(words.row("item.number", sighting.said("listingId")));
    rows.add(words.row("position", words.place(sighting), sighting.said("role").by()));
    rows.add(words.address("link", sighting.said("pageUrl")));
    rows.add(words.address("picture.address", sighting.said("pictureUrl")));
    if (!sighting.text("fetchedUrl").equals(sighting.text("pictureUrl"))) {
      rows.add(words.address("picture.fetched", sighting.said("fetchedUrl")));
    }
    rows.add(words.time("time.browser", sighting.said("seenAt")));
    rows.add(words.time("time.server", sighting.said("receivedAt")));
    rows.add(words.row("client", words.of(
        "client.is", sighting.text("extension"), sighting.text("browser"), sighting.text("language")),
        sighting.said("browser").by()));
    return rows;
  }
}
