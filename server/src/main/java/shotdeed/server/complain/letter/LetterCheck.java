package shotdeed.server.complain.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a letter must not say, whoever writes it: what a complaint would cost the shop in points, and anything about
 * money.
 * A letter that bargains with a complaint can be taken for a threat.
 */
public final class LetterCheck {
  private static final int MOST = 5;

  private static final String NUMBER =
      "(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand)";

  private static final Pattern FORBIDDEN = Pattern.compile(
      "扣\\s*[\\d一二两兩三四五六七八九十]*\\s*分|[记計计記]\\s*\\d+\\s*分|\\d+\\s*分(?![钟鐘之店享])"
          + "|\\b\\d+(\\.\\d+)?\\s*(penalty\\s+)?points?\\b|\\bpenalty points?\\b|\\bdemerit\\w*"
          + "|(?<![标標备備])[记計计記]\\s*[\\d一二两兩三四五六七八九十]+\\s*[分點点]|[扣罚罰]\\s*[\\d一二两兩三四五六七八九十]+\\s*[點点]"
          + "|\\b" + NUMBER + "\\s+(penalty\\s+)?points?\\b"
          + "|\\b" + NUMBER + "\\s+(bucks|dollars?|yuan|euros?|pounds|RMB)\\b|\\bbucks\\b|\\bmoney\\b|\\bpa(id|ys|ying)\\b"
          + "|\\btransfer\\s+(us|me|the (sum|amount)|\\d{3}|([a-z]+\\s+)?(hundred|thousand))\\b"
          + "|(\\d{2}|[百千万萬])\\s*[块塊]|[\\d一二两兩三四五六七八九十]\\s*[块塊](?=\\s*([钱錢给給吧，。,.!！]|$))|打钱|打錢|打款|转账|轉帳|轉賬|汇款|匯款|给钱|給錢"
          + "|[¥￥$€£]\\s*\\d|(RMB|CNY|USD|EUR|GBP|HKD|TWD|NT\\$|HK\\$)\\s*\\d"
          + "|\\d[\\d,.]*\\s*(元|块钱|塊錢|人民币|人民幣|美金|RMB|CNY|USD|EUR|GBP|HKD|TWD|dollars?|yuan|euros?)"
          + "|[一二两兩三四五六七八九十百千万萬]+\\s*元"
          + "|赔偿|賠償|赔款|賠款|罚款|罰款|补偿|補償|和解金|授权费|授權費|使用费|使用費|金额|金額|付款(?!方式)|支付(?!宝|寶|方式)"
          + "|\\bcompensat\\w*|\\bdamages\\b|\\bpayments?\\b|\\bpay\\b|\\blicen[cs]e fees?\\b|\\bsettlement\\b"
          + "|\\bfines?\\b",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private LetterCheck() {}

  /** Words of a text that a letter must not have, some of them; empty if it may be sent. */
  public static List<String> forbidden(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = FORBIDDEN.matcher(text);
    while (found.size() < MOST && matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
