package shotdeed.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir private Path folder;

  @Test
  void a_flag_wins_over_the_environment_and_that_over_the_file() throws IOException {
    Files.writeString(
        folder.resolve("shotdeed.properties"),
        "port=1\nhost=localhost\npublic-url=https://deed.example.org/\nfree-space-floor-mib=5\n");
    Map<String, String> environment = Map.of("SHOTDEED_DATA", folder.toString(), "SHOTDEED_PORT", "2");
    Settings settings = new SettingsReader(Map.of("port", "3"), environment).read();
    assertThat(settings.port()).isEqualTo(3);
    assertThat(new SettingsReader(Map.of(), environment).read().port()).isEqualTo(2);
    assertThat(new SettingsReader(Map.of("data", folder.toString()), Map.of()).read().port()).isEqualTo(1);
    assertThat(settings.host()).isEqualTo("localhost");
    assertThat(settings.publicOrigin()).isEqualTo("https://deed.example.org");
    assertThat(settings.secure()).isTrue();
    assertThat(settings.freeSpaceFloor()).isEqualTo(5 << 20);
    assertThat(settings.data()).isEqualTo(folder);
  }

  @Test
  void without_any_it_listens_on_this_computer_only() {
    Settings settings = new SettingsReader(Map.of("data", folder.toString()), Map.of()).read();
    assertThat(settings)
        .isEqualTo(new Settings(
            folder,
            "127.0.0.1",
            8710,
            null,
            256 << 20,
            PeopleSettings.USUAL,
            TrustedProxies.NONE,
            PrivateTargets.NONE,
            folder.resolveSibling(folder.getFileName() + ".checkpoint")));
  }

  @Test
  void the_logs_newest_checkpoint_is_kept_outside_the_data_folder_or_nowhere() {
    assertThat(read(Map.of("log-memory", "off")).logMemory()).isNull();
    assertThat(read(Map.of("log-memory", folder + "-other/newest")).logMemory())
        .isEqualTo(folder.resolveSibling(folder.getFileName() + "-other").resolve("newest"));
    refused(
        Map.of("log-memory", folder.resolve("newest").toString()),
        "log-memory must be a file outside the data folder, or off");
  }

  @Test
  void beyond_this_computer_it_wants_to_know_its_address() {
    refused(
        Map.of("host", "0.0.0.0"),
        "listening on 0.0.0.0 opens the server to other computers: say with --public-url (or SHOTDEED_PUBLIC_URL)"
            + " under which address they reach it");
    refused(
        Map.of("host", "127.evil.example"),
        "listening on 127.evil.example opens the server to other computers: say with --public-url (or"
            + " SHOTDEED_PUBLIC_URL) under which address they reach it");
    assertThat(read(Map.of("host", "0.0.0.0", "public-url", "http://10.0.0.5:8710")).publicOrigin())
        .isEqualTo("http://10.0.0.5:8710");
  }

  @Test
  void what_cannot_be_used_is_named() throws IOException {
    refused(Map.of("port", "http"), "port must be a whole number, not http");
    refused(Map.of("port", "70000"), "port must be 0 to 65535, not 70000");
    refused(
        Map.of("public-url", "https://deed.example.org/path"),
        "a public URL is scheme, host and port only, such as https://deed.example.org, not"
            + " https://deed.example.org/path");
    refused(Map.of("public-url", "https://a b"), "public-url is no address: https://a b");
    Files.writeString(folder.resolve("shotdeed.properties"), "prot=1\n");
    refused(Map.of(), folder.resolve("shotdeed.properties") + ": there is no setting prot");
  }

  private void refused(Map<String, String> flags, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> read(flags)).withMessage(message);
  }

  private Settings read(Map<String, String> flags) {
    Map<String, String> all = new java.util.HashMap<>(flags);
    all.put("data", folder.toString());
    return new SettingsReader(all, Map.of()).read();
  }

  @Test
  void it_answers_to_its_own_names_only() {
    HostCheck local = new HostCheck(Settings.local(folder, 8710));
    assertThat(local.accepts("127.0.0.1:8710", 8710)).isTrue();
    assertThat(local.accepts("LOCALHOST:8710", 8710)).isTrue();
    assertThat(local.accepts("[::1]:8710", 8710)).isTrue();
    assertThat(local.accepts("localhost", 8710)).isFalse();
    assertThat(local.accepts("localhost", 80)).isTrue();
    assertThat(local.accepts("localhost:8711", 8710)).isFalse();
    assertThat(local.accepts("localhost.evil.example:8710", 8710)).isFalse();
    assertThat(local.accepts("evil.example", 8710)).isFalse();
    assertThat(local.accepts(null, 8710)).isFalse();
    HostCheck published = new HostCheck(read(Map.of("public-url", "https://Deed.example.org")));
    assertThat(published.accepts("deed.example.org", 8710)).isTrue();
    assertThat(published.accepts("deed.example.org:443", 8710)).isTrue();
    assertThat(published.accepts("deed.example.org:8710", 8710)).isFalse();
  }

  @Test
  void people_come_by_invitation_and_pass_the_exam_unless_it_says_otherwise() {
    assertThat(read(Map.of()).people())
        .isEqualTo(new PeopleSettings(PeopleSettings.SignUp.INVITATION, true, null));
    assertThat(read(Map.of("sign-up", "open", "exam", "offered")).people())
        .isEqualTo(new PeopleSettings(PeopleSettings.SignUp.OPEN, false, null));
    refused(Map.of("sign-up", "everybody"), "sign-up must be one of open, invitation, admin, not everybody");
    refused(Map.of("exam", "no"), "exam must be required or offered, not no");
  }

  @Test
  void mail_leaves_under_tls_unless_the_mail_server_is_on_this_computer() {
    assertThat(read(Map.of("mail-from", "deed@example.org", "smtp", "mail.example.org")).people().mail())
        .isEqualTo(new PeopleSettings.Mail(
            "deed@example.org", "mail.example.org", 587, null, null, PeopleSettings.Tls.STARTTLS));
    assertThat(read(Map.of("mail-from", "deed@example.org", "smtp", "127.0.0.1:25")).people().mail())
        .isEqualTo(
            new PeopleSettings.Mail("deed@example.org", "127.0.0.1", 25, null, null, PeopleSettings.Tls.NONE));
    assertThat(read(Map.of(
                "mail-from", "d@example.org", "smtp", "[::1]:25", "smtp-user", "u", "smtp-password", "geheim",
                "smtp-tls", "tls"))
            .people()
            .mail())
        .isEqualTo(new PeopleSettings.Mail("d@example.org", "::1", 25, "u", "geheim", PeopleSettings.Tls.TLS))
        .asString()
        .doesNotContain("geheim");
    refused(Map.of("smtp", "mail.example.org"), "to send mail, mail-from and smtp must both be set");
    refused(Map.of("smtp-user", "me"), "smtp-user is set, but not smtp: say which mail server to use");
    refused(
        Map.of("mail-from", "d@example.org", "smtp", "h", "smtp-user", "me"),
        "smtp-user and smtp-password belong together: set both or neither");
    refused(
        Map.of("mail-from", "d@example.org", "smtp", "h:x"), "smtp must be host:port, such as mail.example.org:587");
    refused(Map.of("mail-from", "nobody", "smtp", "h:25"), "mail-from must be a mail address, not nobody");
  }

  @Test
  void private_targets_of_webhooks_are_named_by_whoever_runs_the_server() throws IOException {
    assertThat(read(Map.of()).privateTargets()).isEqualTo(PrivateTargets.NONE);
    assertThat(read(Map.of("webhook-private", "Hooks.lan:8080, [::1]:90")).privateTargets().all())
        .containsExactlyInAnyOrder("hooks.lan:8080", "[::1]:90");
    Map<String, String> environment =
        Map.of("SHOTDEED_DATA", folder.toString(), "SHOTDEED_WEBHOOK_PRIVATE", "10.0.0.5:80");
    assertThat(new SettingsReader(Map.of(), environment).read().privateTargets().all()).containsExactly("10.0.0.5:80");
    Files.writeString(folder.resolve("shotdeed.properties"), "webhook-private=hooks.lan:1\n");
    assertThat(read(Map.of()).privateTargets().all()).containsExactly("hooks.lan:1");
    refused(
        Map.of("webhook-private", "http://hooks.lan"),
        "webhook-private must be host:port, several with commas between, such as hooks.example.lan:8080, not"
            + " http://hooks.lan");
  }

  @Test
  void who_else_says_when_is_set_by_addresses_and_keys() throws IOException {
    assertThat(read(Map.of()).outside()).isEqualTo(OutsideSettings.NONE);
    OutsideSettings outside = read(Map.of(
        "stamp-url", "http://tsa.example.org/tsr",
        "witness-url", "https://deed.example.org/witness/",
        "witness-key", "w+00000000+AAAA",
        "witness-logs", "one+1+a, two+2+b",
        "outside-private", "Tsa.lan:3161")).outside();
    assertThat(outside).isEqualTo(new OutsideSettings(
        "http://tsa.example.org/tsr",
        List.of(),
        "https://deed.example.org/witness",
        "w+00000000+AAAA",
        List.of("one+1+a", "two+2+b"),
        TestTargets.of("tsa.lan:3161")));
    refusedAs(Map.of("stamp-url", "ftp://tsa.example.org"), "stamp-url must be an address such as");
    refusedAs(Map.of("stamp-url", "http://127.0.0.1:3161/"), "stamp-url leads into your own network: name its host and");
    refusedAs(Map.of("stamp-ca", "x.pem"), "stamp-ca is set, but not stamp-url");
    refusedAs(Map.of("witness-url", "https://deed.example.org/"), "witness-url and witness-key belong together");
    refusedAs(Map.of("outside-private", "x"), "outside-private must be host:port");
    Path ca = folder.resolve("ca.pem");
    Map<String, String> withCa = Map.of("stamp-url", "https://tsa.example.org/", "stamp-ca", ca.toString());
    refusedAs(withCa, "stamp-ca: cannot read certificates from");
    Files.writeString(ca, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    refusedAs(withCa, "stamp-ca: cannot read certificates from");
    Files.writeString(ca, "");
    refusedAs(withCa, "stamp-ca: " + ca + " must hold 1 to 100 certificates (PEM), not 0");
  }

  private void refusedAs(Map<String, String> flags, String beginning) {
    assertThatIllegalArgumentException().isThrownBy(() -> read(flags)).withMessageStartingWith(beginning);
  }
}
