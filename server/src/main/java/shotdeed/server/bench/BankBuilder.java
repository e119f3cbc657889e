package shotdeed.server.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Kernel;
import shotdeed.image.LumaImage;
import shotdeed.server.bench.alter.Alteration;
import shotdeed.server.bench.alter.Alterations;
import shotdeed.server.bench.alter.Drawings;
import shotdeed.server.bench.alter.Foreign;
import shotdeed.server.bench.alter.Shapes;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;

/** Gathers what pictures of no certificate are looked up with: every hash of every region, each once. */
final class BankBuilder {
  private final long seed;
  private final int alterations;
  private final Kernel kernel = new Kernel();
  private final PictureDecoder decoder = new PictureDecoder();
  private final Set<Hash256> hashes = new LinkedHashSet<>();
  private int pictures;

  BankBuilder(long seed, int alterations) {
    this.seed = seed;
    this.alterations = alterations;
  }

  /** Takes drawings in: of text, charts and patterns, and of soft shapes. */
  void drawings(int ofEachKind, int shapes) {
    Drawings.make(ofEachKind, seed).forEach(this::take);
    Shapes.make(shapes, seed).forEach(this::take);
  }

  /** Takes a photograph in, as it is and altered in some ways: other ways for each photograph. */
  void photograph(Foreign photograph, List<Foreign> others) {
    take(photograph.picture());
    List<Alteration> ways = new ArrayList<>(Alterations.ALL);
    Collections.shuffle(ways, new Random(seed ^ photograph.key().hashCode()));
    for (Alteration way : ways.subList(0, alterations)) {
      for (byte[] file : way.apply(photograph.picture(), photograph.key(), seed, others)) {
        try {
          take(decoder.decode(file).image());
        } catch (UnreadablePicture e) {
          throw new IllegalStateException(way.name() + " made of " + photograph.key() + " cannot be read", e);
        }
      }
    }
  }

  int pictures() {
    return pictures;
  }

  int hashes() {
    return hashes.size();
  }

  /** The bank's file: 32 bytes a hash. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(hashes.size() * Hash256.BYTES);
    hashes.forEach(hash -> bytes.writeBytes(hash.toBytes()));
    return bytes.toByteArray();
  }

  private void take(BufferedImage picture) {
    pictures++;
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] rgb = picture.getRGB(0, 0, width, height, null, 0, width);
    for (Kernel.Query query : kernel.query(LumaImage.fromRgb(width, height, rgb).reduced())) {
      for (Hash256 hash : query.forms()) {
        if (hash != null) {
          hashes.add(hash);
        }
      }
    }
  }
}
