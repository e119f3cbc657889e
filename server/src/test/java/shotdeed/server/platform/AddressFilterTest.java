package shotdeed.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses that people name the server calls. */
class AddressFilterTest {
  private static final PrivateTargets LIST = PrivateTargets.of("hooks.lan:8080, localhost:9000, 10.0.0.5:25,[::1]:9001");

  private final AddressFilter filter = new AddressFilter(LIST);

  @ParameterizedTest
  @ValueSource(strings = {
    "https://hooks.example.com", "https://hooks.example.com/a/b?c=d", "HTTPS://Hooks.Example.COM/x",
    "https://hooks.example.com:443/", "https://hooks.example.com:80/", "https://hooks.example.com:1024/",
    "https://hooks.example.com:65535/", "https://xn--fiqs8s.example/", "https://1.example.com/", "https://8.8.8.8/",
    "https://[2606:4700::1111]/", "http://hooks.lan:8080/x", "https://hooks.lan:8080/", "http://localhost:9000/",
    "http://10.0.0.5:25/", "http://[::1]:9001/"
  })
  void addresses_of_the_public_internet_and_of_the_admins_list_may_be_called(String url) throws Exception {
    assertThat(filter.check(url).url()).hasToString(url);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "hooks.example.com | FORM",
    "'' | FORM",
    "https:// | FORM",
    "https:hooks.example.com | FORM",
    "//hooks.example.com/ | FORM",
    "https://user@hooks.example.com/ | FORM",
    "https://user:secret@hooks.example.com/ | FORM",
    "https://hooks.example.com/#part | FORM",
    "https://hooks.example.com./ | FORM",
    "https://hooks..example.com/ | FORM",
    "https://hooks.example.com:/\\@evil.example/ | FORM",
    "https://hooks.example.com\\@10.0.0.1/ | FORM",
    "https://hooks_a.example.com/ | FORM",
    "https://-hooks.example.com/ | FORM",
    "https://hooks.example.com/a b | FORM",
    "https://пример.example/ | FORM",
    "https://１２７.0.0.1/ | FORM",
    "https://0x7f.1/ | FORM",
    "https://0x7f000001/ | FORM",
    "https://2130706433/ | FORM",
    "https://127.1/ | FORM",
    "https://0177.0.0.1/ | FORM",
    "https://127.0.0.01/ | FORM",
    "https://127.0.0.1./ | FORM",
    "https://8.8.8.256/ | FORM",
    "https://[fe80::1%25eth0]/ | FORM",
    "https://[::1/ | FORM",
    "http://hooks.example.com/ | SCHEME",
    "ftp://hooks.example.com/ | SCHEME",
    "file://hooks.example.com/etc/passwd | SCHEME",
    "gopher://hooks.example.com:70/ | SCHEME",
    "http://hooks.lan:8081/ | SCHEME",
    "http://hooks.lan/ | SCHEME",
    "https://hooks.example.com:25/ | PORT",
    "https://hooks.example.com:22/ | PORT",
    "https://hooks.example.com:0/ | PORT",
    "https://hooks.example.com:65536/ | PORT",
    "https://localhost/ | PRIVATE",
    "https://intranet/ | PRIVATE",
    "https://localhost:9002/ | PRIVATE"
  })
  void an_address_of_another_form_is_refused(String url, AddressFilter.Fault fault) {
    assertThat(faultOf(() -> filter.check(url))).isEqualTo(fault);
  }

  @Test
  void an_address_that_is_too_long_is_refused() {
    String url = "https://hooks.example.com/" + "a".repeat(AddressFilter.MAX_URL);
    assertThat(faultOf(() -> filter.check(url))).isEqualTo(AddressFilter.Fault.FORM);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254",
    "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1",
    "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
    "255.255.255.255"
  })
  void numbers_outside_the_public_internet_are_refused_as_they_are_and_inside_ipv6(String number) throws Exception {
    assertThat(faultOf(() -> filter.check("https://" + number + "/"))).isEqualTo(AddressFilter.Fault.PRIVATE);
    byte[] four = InetAddress.getByName(number).getAddress();
    String hex = String.format("%02x%02x:%02x%02x", four[0], four[1], four[2], four[3]);
    for (String six : List.of(
        "::ffff:" + number, // mapped
        "::ffff:" + hex,
        "::" + hex, // compatible
        "64:ff9b::" + hex, // NAT64
        "64:ff9b:1::" + hex,
        "2002:" + hex + "::1", // 6to4
        "2001:0:" + hex + "::1")) { // Teredo
      assertThat(faultOf(() -> filter.check("https://[" + six + "]/"))).as(six).isEqualTo(AddressFilter.Fault.PRIVATE);
      if (!six.startsWith("::ffff")) {
        assertThat(AddressFilter.isPublic(InetAddress.getByName(six))).as(six).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "::", "::1", "::ffff:8.8.8.8", "::8.8.8.8", "64:ff9b::808:808", "100::1", "2001::1", "2001:db8::1", "2002:808:808::1",
    "3fff::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1"
  })
  void numbers_of_ipv6_outside_the_public_internet_are_refused(String number) {
    assertThat(faultOf(() -> filter.check("https://[" + number + "]/"))).isEqualTo(AddressFilter.Fault.PRIVATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
    "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
    "223.255.255.255", "2606:4700::1111", "2400:cb00::1", "2001:200::1"
  })
  void the_neighbours_of_those_ranges_are_public(String number) throws Exception {
    assertThat(AddressFilter.isPublic(InetAddress.getByName(number))).isTrue();
  }

  @Test
  void a_name_with_one_private_address_among_public_ones_is_refused_as_a_whole() throws Exception {
    AddressFilter mixed = new AddressFilter(LIST, name -> addresses("93.184.216.34", "127.0.0.1"));
    assertThat(faultOf(() -> mixed.resolve(mixed.check("https://hooks.example.com/"))))
        .isEqualTo(AddressFilter.Fault.PRIVATE);
    assertThat(mixed.resolve(mixed.check("http://hooks.lan:8080/"))).hasSize(2);
  }

  @Test
  void a_name_is_looked_up_once_and_only_what_was_checked_is_given_back() throws Exception {
    List<String> asked = new ArrayList<>();
    AddressFilter changing = new AddressFilter(LIST, name -> {
      asked.add(name);
      return addresses(asked.size() == 1 ? "93.184.216.34" : "127.0.0.1");
    });
    AddressFilter.Target target = changing.check("https://hooks.example.com/");
    assertThat(asked).isEmpty();
    assertThat(changing.resolve(target)).containsExactly(InetAddress.getByName("93.184.216.34"));
    assertThat(asked).containsExactly("hooks.example.com");
  }

  @Test
  void a_name_without_an_address_is_unknown() {
    AddressFilter nothing = new AddressFilter(LIST, name -> List.of());
    assertThat(faultOf(() -> nothing.resolve(nothing.check("https://hooks.example.com/"))))
        .isEqualTo(AddressFilter.Fault.UNKNOWN);
    AddressFilter unknown = new AddressFilter(LIST, name -> {
      throw new UnknownHostException(name);
    });
    assertThat(faultOf(() -> unknown.resolve(unknown.check("https://hooks.example.com/"))))
        .isEqualTo(AddressFilter.Fault.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hooks.lan", "hooks.lan:", "hooks.lan:0", "hooks.lan:65536", "http://hooks.lan:80", "a b:80",
    ":80", "::1:80", "*:80", "hooks.lan:80,"})
  void the_admins_list_must_be_hosts_and_ports(String text) {
    if (text.endsWith(",")) {
      assertThat(PrivateTargets.of(text).all()).containsExactly("hooks.lan:80");
      return;
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrivateTargets.of(text))
        .withMessage("webhook-private must be host:port, several with commas between, such as hooks.example.lan:8080,"
            + " not " + text);
  }

  private static List<InetAddress> addresses(String... numbers) throws UnknownHostException {
    List<InetAddress> all = new ArrayList<>();
    for (String number : numbers) {
      all.add(InetAddress.getByName(number));
    }
    return all;
  }

  private static AddressFilter.Fault faultOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    return catchThrowableOfType(AddressFilter.Forbidden.class, work).fault();
  }
}
