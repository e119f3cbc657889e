package shotdeed.extension.site;

import java.util.List;

/** Taobao: item.taobao.com, world.taobao.com and the mobile page, shops and search. Pages of 2022 and of 2024 to 2026. */
final class Taobao extends AlibabaPages {
  Taobao() {
    super("taobao", "taobao", List.of("taobao.com"));
  }
}
