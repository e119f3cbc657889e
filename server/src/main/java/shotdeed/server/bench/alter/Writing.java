package shotdeed.server.bench.alter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Chinese words as shops put them on pictures, in whatever font of this machine has the signs. */
final class Writing {
  /** What is said when no font of this machine can. */
  static final String NO_FONT =
      "no font on this machine shows Chinese, which shops write on pictures: install one, for example the package"
          + " fonts-noto-cjk";

  static final List<String> SLOGANS =
      List.of("新款上市", "限时特惠", "厂家直销", "全场包邮", "买一送一", "爆款返场", "品质保证", "七天无理由退换");
  static final List<String> TITLES =
      List.of(
          "2026春秋新款宽松显瘦百搭休闲外套", "法式复古收腰气质连衣裙中长款", "纯棉圆领短袖情侣装上衣大码", "ins潮牌印花宽松百搭卫衣学生");
  static final List<String> FACTS =
      List.of("面料：95%棉 5%氨纶", "版型：宽松  厚度：适中", "尺码：S M L XL XXL", "洗涤：冷水手洗，不可漂白", "颜色：如图，因光线略有色差");
  static final List<String> SHOPS = List.of("衣见倾心旗舰店", "小鹿服饰工厂店", "云上衣橱", "优品直营店");

  private static final List<String> PREFERRED =
      List.of("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Zen Hei");
  private static final String NEEDED = String.join("", SLOGANS) + String.join("", TITLES) + String.join("", FACTS)
      + String.join("", SHOPS) + "券到手价¥立即购买加入车月销评收藏客服首页搜索宝贝详情已售满减领今日千百人付款分享";

  private Writing() {}

  /** Looked for once, when first needed: it takes a second. */
  private static final class Chosen {
    static final Font FONT = find();
  }

  /**
   * A font of that height, in pixels.
   *
   * @throws IllegalStateException if none of this machine has the signs
   */
  static Font font(double size, boolean bold) {
    if (Chosen.FONT == null) {
      throw new IllegalStateException(NO_FONT);
    }
    return Chosen.FONT.deriveFont(bold ? Font.BOLD : Font.PLAIN, (float) Math.max(1, size));
  }

  private static Font find() {
    try {
      for (String family : PREFERRED) {
        Font font = new Font(family, Font.PLAIN, 16);
        if (font.getFamily().equals(family) && font.canDisplayUpTo(NEEDED) < 0) {
          return font;
        }
      }
      for (Font font : GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()) {
        if (font.canDisplayUpTo(NEEDED) < 0) {
          return font.deriveFont(16f);
        }
      }
      return null;
    } catch (LinkageError | InternalError | RuntimeException e) {
      return null; // a machine without any font fails in whatever way its Java does
    }
  }

  /** One line, its left edge and the middle of its height given. */
  static void line(Graphics2D graphics, String text, double left, double middle, double size, Color colour) {
    graphics.setFont(font(size, false));
    graphics.setColor(colour);
    FontMetrics metrics = graphics.getFontMetrics();
    graphics.drawString(text, (float) left, (float) (middle + (metrics.getAscent() - metrics.getDescent()) / 2.0));
  }

  /** One bold line that fills a box as far as its shape allows, in its middle; outlined unless that is null. */
  static void fill(Graphics2D graphics, String text, Rectangle2D box, Color colour, Color outline) {
    TextLayout layout = new TextLayout(text, font(100, true), graphics.getFontRenderContext());
    Rectangle2D ink = layout.getBounds();
    double scale = Math.min(box.getWidth() / ink.getWidth(), box.getHeight() / ink.getHeight());
    AffineTransform place = AffineTransform.getTranslateInstance(
        box.getCenterX() - scale * ink.getCenterX(), box.getCenterY() - scale * ink.getCenterY());
    place.scale(scale, scale);
    Shape shape = layout.getOutline(place);
    if (outline != null) {
      graphics.setColor(outline);
      graphics.setStroke(new BasicStroke((float) Math.max(1, 10 * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(shape);
    }
    graphics.setColor(colour);
    graphics.fill(shape);
  }

  /** So many signs of slogans, one after the other. */
  static String signs(Scene scene, int count) {
    StringBuilder text = new StringBuilder();
    while (text.length() < count) {
      text.append(scene.pick(SLOGANS));
    }
    return text.substring(0, count);
  }
}
