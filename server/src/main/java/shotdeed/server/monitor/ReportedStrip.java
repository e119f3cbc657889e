package shotdeed.server.monitor;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import shotdeed.fingerprint.Region;
import shotdeed.image.LumaImage;
import shotdeed.image.PictureHeader;
import shotdeed.image.Strip;
import shotdeed.image.StripPlanner;
import shotdeed.server.certify.PictureErrors;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Secrets;
import shotdeed.wire.SeenPicture;

/** The slices that a browser reports together. They are decoded one at a time, and only their small versions stay. */
final class ReportedStrip {
  private static final int MILLION = 1_000_000;

  private final List<SeenPicture> seen;
  private final List<ReportedPicture> pictures;
  private final List<Sighting.Captured> files = new ArrayList<>();
  private final List<Strip.Slice> slices = new ArrayList<>();
  private final LumaImage joined;

  /**
   * Decodes and joins the slices.
   *
   * @throws Refused if one cannot be read, or if they make no strip
   */
  ReportedStrip(List<SeenPicture> seen, List<ReportedPicture> pictures, PictureDecoder decoder) throws IOException {
    this.seen = seen;
    this.pictures = pictures;
    long pixels = 0;
    for (ReportedPicture picture : pictures) {
      byte[] bytes = picture.content().bytes();
      PictureHeader header = PictureHeader.read(bytes);
      if (pixels + (header == null ? 0 : header.pixels()) > StripPlanner.MAX_PIXELS) {
        throw new Refused(Errors.PICTURE_TOO_MANY_PIXELS, StripPlanner.MAX_PIXELS / MILLION, PictureHeader.MAX_SIDE);
      }
      ReportedPicture.Decoded decoded = picture.decode(decoder, bytes);
      pixels += (long) decoded.picture().width() * decoded.picture().height();
      add(bytes, decoded);
    }
    try {
      joined = Strip.join(slices);
    } catch (IllegalArgumentException e) {
      throw Fields.invalid("slices", "pictures that make a strip: " + e.getMessage());
    }
  }

  private void add(byte[] bytes, ReportedPicture.Decoded decoded) {
    files.add(new Sighting.Captured(
        Secrets.sha256(bytes),
        bytes.length,
        decoded.mediaType(),
        decoded.picture().width(),
        decoded.picture().height(),
        decoded.raster() == null ? null : Secrets.sha256(decoded.raster())));
    if (!Strip.canJoin(decoded.picture().width(), decoded.picture().height())) {
      throw Fields.invalid("slices", "pictures that make a strip");
    }
    slices.add(Strip.slice(decoded.picture().luma()));
  }

  /** The slices as one picture. */
  LumaImage joined() {
    return joined;
  }

  /** The part of the joined picture that is a region, in grey. */
  BufferedImage cutOut(Region region) {
    int left = region.left() * joined.width() / Region.UNIT;
    int top = region.top() * joined.height() / Region.UNIT;
    int width = Math.max(1, region.right() * joined.width() / Region.UNIT - left);
    int height = Math.max(1, region.bottom() * joined.height() / Region.UNIT - top);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        rgb[y * width + x] = 0x010101 * Math.round(joined.values()[(top + y) * joined.width() + left + x]);
      }
    }
    return image;
  }

  /** The slices, and which of them show a region of the joined picture. */
  List<Slice> showing(Region region) {
    List<Integer> showing =
        Strip.showing(slices, region.left(), region.top(), region.right(), region.bottom());
    List<Slice> all = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      all.add(new Slice(showing.contains(i), seen.get(i), files.get(i)));
    }
    return all;
  }

  /** Index of the slice with most of a region of the joined picture. */
  int most(Region region) {
    return Strip.most(
        Strip.shares(slices, region.left(), region.top(), region.right(), region.bottom()));
  }

  /** The file of one of the slices. */
  Sighting.Captured file(int slice) {
    return files.get(slice);
  }

  /** Names the strip and what was found in it. */
  String name(int certificate) {
    StringBuilder names = new StringBuilder();
    for (Sighting.Captured file : files) {
      names.append(file.sha256()).append(' ');
    }
    return Secrets.hash(names.append(certificate).toString());
  }

  /** Stores every slice as it was served, and the rasters that were looked at. */
  void keep(FileStore store) throws IOException {
    for (int i = 0; i < files.size(); i++) {
      store.put(pictures.get(i).content().bytes());
      if (files.get(i).raster() != null) {
        store.put(pictures.get(i).raster().bytes());
      }
    }
  }
}
