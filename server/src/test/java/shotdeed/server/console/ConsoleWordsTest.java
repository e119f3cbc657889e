package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import shotdeed.fingerprint.Dihedral;
import shotdeed.model.CertificateState;
import shotdeed.model.ComplaintState;
import shotdeed.model.Grade;
import shotdeed.model.Method;
import shotdeed.model.NoScreenshot;
import shotdeed.model.PictureRole;
import shotdeed.model.SightingState;
import shotdeed.model.Verdict;
import shotdeed.server.TestServer;
import shotdeed.server.certify.Basis;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;

/** Every page in every language, and a word for everything that a page may have to name. */
class ConsoleWordsTest {
  private static TestServer server;
  private static Person admin;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    admin = Person.admin(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, Overview, 概览, 總覽",
    "/certificates, Certificates, 证书, 證書",
    "/upload, Certify photographs, 认证实拍图, 認證實拍圖",
    "/reviews, Second review, 复审, 複審",
    "/monitor, Monitor library, 监控库, 監控庫",
    "/sightings, Copies found, 盗图线索, 盜圖線索",
    "/complaints, Complaints, 投诉, 投訴",
    "/complaints/due, What is due, 到期事项, 到期事項",
    "/complaints/statistics, Statistics of complaints, 投诉统计, 投訴統計",
    "/rechecks, Look again, 再次查看, 再次查看",
    "/shops, Shops with copies, 同图店铺, 同圖店鋪",
    "/dashboard, Figures, 数据, 數據",
    "/triage, To decide, 待处理线索, 待處理線索",
    "/letters, Letters to shops, 致店铺的函件, 給店鋪的函件",
    "/licences, Licensed shops, 授权店铺, 授權店鋪",
    "/reports, Theft reports, 盗图报告, 盜圖報告",
    "/reports/settings, Daily report: settings, 每日报告设置, 每日報告設定",
    "/watch-list, Watch list, 关注清单, 追蹤清單",
    "/browsers, Browsers, 浏览器, 瀏覽器",
    "/audit, Record of activity, 操作记录, 操作紀錄",
    "/account, My account, 我的账号, 我的帳號",
    "/team, Team, 团队, 團隊",
    "/categories, Categories, 受理类目, 受理分類",
    "/sellers, Sellers, 卖家, 賣家",
    "/staff, Server team, 服务器团队, 伺服器團隊",
    "/webhooks, Webhooks, Webhook, Webhook",
    "/lesson, Before you certify, 认证前须知, 認證前須知",
    "/forgot-password, Forgotten password, 忘记密码, 忘記密碼",
    "/leave, Export and leave, 导出与注销, 匯出與關店",
    "/verify, Check evidence, 核验证据, 驗證證據",
    "/pair, Pair this browser, 配对此浏览器, 配對這個瀏覽器",
    "/sign-in, Please sign in, 请先登录, 請先登入",
    "/sign-in?code=abc, Sign in to ShotDeed, 登录影契, 登入影契"
  })
  void every_page_renders_empty_in_every_language(String path, String english, String simplified, String traditional) {
    assertWhole(admin.speaking("en").page(path), "en", english);
    assertWhole(admin.speaking("zh-CN").page(path), "zh-CN", simplified);
    assertWhole(admin.speaking("zh-TW").page(path), "zh-TW", traditional);
  }

  private static void assertWhole(String page, String language, String heading) {
    assertThat(page).contains("<html lang=\"" + language + "\">", "<title>" + heading + " · ");
    assertThat(all("<h1>(.*?)</h1>", page)).containsExactly(heading);
    assertThat(page).contains("name=\"viewport\"", "English</button>", "简体中文</button>", "繁體中文</button>");
    for (String picture : all("(<img [^>]*>)", page)) {
      assertThat(picture).contains(" alt=\"");
    }
    for (String id : all("<(?:input|select)[^>]* id=\"([^\"]*)\"", page)) {
      assertThat(page).contains("<label for=\"" + id + "\"");
    }
    List<String> ids = all(" id=\"([^\"]*)\"", page);
    assertThat(ids).doesNotHaveDuplicates();
    for (String target : all(" aria-(?:labelledby|describedby)=\"([^\"]*)\"", page)) {
      assertThat(ids).contains(target);
    }
  }

  private static List<String> all(String pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void the_browsers_language_is_taken_until_a_person_chooses() {
    assertThat(server.anybody().get("/pair", "Accept-Language", "zh-TW,zh;q=0.9,en;q=0.8").text())
        .contains("<html lang=\"zh-TW\">");
    assertThat(server.anybody().get("/pair", "Accept-Language", "fr,en;q=0.8").text()).contains("<html lang=\"en\">");
    Person person = new Person(server);
    String page = person.page("/pair");
    assertThat(person.submit(page, "/language", "language", "zh-CN").text()).contains("配对此浏览器");
    assertThat(person.page("/sign-in")).contains("请先登录");
  }

  @Test
  void a_verdict_in_chinese_is_the_same_picture_and_accuses_nobody() {
    Texts simplified = Texts.in(Language.SIMPLIFIED_CHINESE);
    assertThat(simplified.get("verdict.copy")).isEqualTo("判定为同一图片");
    assertThat(simplified.get("sighting.copy")).isEqualTo("同图");
    Texts traditional = Texts.in(Language.TRADITIONAL_CHINESE);
    assertThat(traditional.get("verdict.copy")).isEqualTo("判定為同一張圖片");
    assertThat(traditional.get("sighting.copy")).isEqualTo("同圖");
    for (String key : simplified.keys()) {
      assertThat(simplified.get(key).replaceAll("盗图线索|盗图报告", "")).as(key).doesNotContain("盗图");
      assertThat(traditional.get(key).replaceAll("盜圖線索|盜圖報告", "")).as(key).doesNotContain("盜圖");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Etc/UTC, UTC, UTC, UTC",
    "Z, UTC, UTC, UTC",
    "Etc/GMT-8, UTC+08:00, UTC+08:00, UTC+08:00",
    "Asia/Shanghai, China Time, 中国时间, 中國時間",
    "Asia/Taipei, Taipei Time, 台北时间, 台北時間"
  })
  void the_zone_of_times_is_said_in_words(String zone, String english, String chinese, String traditional) {
    assertThat(Page.zone(ZoneId.of(zone), Language.ENGLISH)).isEqualTo(english);
    assertThat(Page.zone(ZoneId.of(zone), Language.SIMPLIFIED_CHINESE)).isEqualTo(chinese);
    assertThat(Page.zone(ZoneId.of(zone), Language.TRADITIONAL_CHINESE)).isEqualTo(traditional);
  }

  static List<String> words() {
    List<String> keys = new ArrayList<>();
    for (CertificateState state : CertificateState.values()) {
      keys.addAll(List.of("certificate.state." + state.text(), "certificate.state." + state.text() + ".means"));
    }
    for (ComplaintState state : ComplaintState.values()) {
      keys.addAll(List.of("complaint.state." + state.text(), "complaint.state." + state.text() + ".means"));
    }
    for (SightingState state : SightingState.values()) {
      keys.add("sighting.state." + state.text());
    }
    for (Grade grade : Grade.values()) {
      keys.addAll(List.of("grade." + grade.text(), "grade." + grade.text() + ".means"));
    }
    for (Basis basis : Basis.values()) {
      keys.add("basis." + basis.text());
    }
    for (Verdict verdict : Verdict.values()) {
      keys.add("verdict." + verdict.text());
    }
    for (Method method : Method.values()) {
      keys.add("method." + method.text());
    }
    for (Dihedral form : Dihedral.values()) {
      keys.add("form." + form.name().toLowerCase(java.util.Locale.ROOT));
    }
    for (PictureRole role : PictureRole.values()) {
      keys.add("sighting.place." + role.text());
    }
    for (NoScreenshot reason : NoScreenshot.values()) {
      keys.add("complaint.no-screenshot." + reason.text());
    }
    for (String market : List.of("taobao", "tmall", "other")) {
      keys.add("market." + market);
    }
    return keys;
  }

  @ParameterizedTest
  @MethodSource("words")
  void everything_that_is_stored_as_a_code_has_words(String key) {
    for (Language language : Language.values()) {
      assertThat(Texts.in(language).get(key)).isNotBlank();
    }
  }

  @ParameterizedTest
  @EnumSource(value = Errors.class, names = {"PICTURE_.*", "STORAGE_FULL"}, mode = EnumSource.Mode.MATCH_ANY)
  void every_reason_for_refusing_a_photograph_says_what_to_do(Errors error) {
    for (Language language : Language.values()) {
      assertThat(Texts.in(language).get("refusal." + error.code())).isNotBlank();
      assertThat(Texts.in(language).get("refusal." + error.code() + ".todo")).isNotBlank();
    }
  }

  @Test
  void every_text_that_a_template_names_exists_and_every_text_of_the_pages_is_named() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String folder : List.of("src/main/jte", "src/main/java/shotdeed/server/console")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          sources.append(Files.readString(file));
        }
      }
    }
    Set<String> known = Texts.in(Language.ENGLISH).keys();
    Set<String> named = new TreeSet<>(all("(?:page\\.t|texts\\.get|[ (]t)\\(\"([a-z.-]*[a-z])\"", sources.toString()));
    assertThat(named).hasSizeGreaterThan(100);
    assertThat(known).containsAll(named);

    List<String> composed = new ArrayList<>(all("\"([a-z][a-z.-]*\\.)\" \\+", sources.toString()));
    composed.addAll(all("page\\.code\\(\"([a-z.]*)\"", sources.toString()));
    composed.addAll(List.of("complaint.state.", "error.", "done.", "field.", "account.", "seller.", "mail.", "paper.",
        "verify.", "sheet.", "bundle.", "rectify.", "fields.", "notice.", "risk."));
    Set<String> unused = new TreeSet<>(known);
    unused.removeIf(key -> sources.indexOf("\"" + key + "\"") >= 0);
    unused.removeIf(key -> composed.stream().anyMatch(key::startsWith));
    assertThat(unused).isEmpty();
  }
}
