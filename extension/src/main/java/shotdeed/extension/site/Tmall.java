package shotdeed.extension.site;

import java.util.List;

/** Tmall: detail.tmall.com and tmall.hk. The pages are Taobao's by now; the rule book is Tmall's own. */
final class Tmall extends AlibabaPages {
  Tmall() {
    super("tmall", "tmall", List.of("tmall.com", "tmall.hk"));
  }
}
