package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;

/** What the audit log keeps as codes is read as words. */
class AuditWordsTest {
  private static Page in(Language language) {
    return new Page(Texts.in(language), null, "", "", "/", null, null);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "dispute.decide | uphold | the earlier certificate is upheld | 维持较早的证书 | 維持較早的證書",
    "dispute.open | copy | The same photograph, altered or in part. | 同一图片，经改动或截取。 | 同一張圖片，經過修改或擷取。",
    "proof.add | camera-original | Camera original | 相机原图 | 相機原圖",
    "invitation.make | reviewer | Reviewer | 复审员 | 複審員",
    "sighting.judge | not-a-copy | Not a copy | 不是同一图片 | 不是同一張圖片",
    "certificate.reject | review-collage | Several pictures in one | 多图拼接 | 多張圖片拼接",
    "upload.open | 3 | Files: 3 | 文件 3 个 | 檔案 3 個",
    "categories.choose | men, women | Men's clothing, Women's clothing | 男装、女装 | 男裝、女裝",
    "reviews.set | Asia/Taipei, 2, 20 | A person looks at one photograph in 20; time limit in working days: 2 (Asia/Taipei)"
        + " | 每 20 张抽取一张由人工查看；期限 2 个工作日（Asia/Taipei） | 每 20 張抽出一張由人工查看；期限 2 個工作天（Asia/Taipei）",
    "reviews.set | Asia/Taipei, 1, 0 | A person looks at every photograph; time limit in working days: 1 (Asia/Taipei)"
        + " | 每张图片都由人工复审；期限 1 个工作日（Asia/Taipei） | 每張圖片都由人工複審；期限 1 個工作天（Asia/Taipei）"
  })
  void a_code_is_said_in_the_readers_language(
      String action, String details, String english, String simplified, String traditional) {
    assertThat(AuditWords.of(in(Language.ENGLISH), action, details)).isEqualTo(english);
    assertThat(AuditWords.of(in(Language.SIMPLIFIED_CHINESE), action, details)).isEqualTo(simplified);
    assertThat(AuditWords.of(in(Language.TRADITIONAL_CHINESE), action, details)).isEqualTo(traditional);
  }

  @Test
  void somebodys_own_words_and_codes_of_another_version_are_left_as_they_are() {
    Page page = in(Language.ENGLISH);
    assertThat(AuditWords.of(page, "seller.suspend", "copy, not paid")).isNull();
    assertThat(AuditWords.of(page, "proof.add", "of-another-version")).isNull();
    assertThat(AuditWords.of(page, "reviews.set", "Asia/Taipei")).isNull();
    assertThat(AuditWords.of(page, "session.open", "")).isNull();
  }
}
