package shotdeed.server;

import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import shotdeed.server.platform.Settings;
import shotdeed.server.platform.SettingsReader;

/** The flags of commands that work on a data folder; see {@link SettingsReader} for what else is read. */
final class ServerOptions {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder (SHOTDEED_DATA). Default: .shotdeed in the home folder.")
  String data;

  @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on. Default: 127.0.0.1.")
  String host;

  @Option(names = "--port", paramLabel = "N", description = "Port to listen on; 0 takes any free one. Default: 8710.")
  Integer port;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "Under which address browsers reach the server, such as https://deed.example.org. Needed beyond"
          + " this computer.")
  String publicUrl;

  @Option(
      names = "--trusted-proxy",
      paramLabel = "CIDR",
      description = "Addresses of your reverse proxies, such as 127.0.0.1 or 10.0.0.0/8,fd00::/8. What they say in"
          + " X-Forwarded-For is taken for the client's address, so that limits on guessing count each client by"
          + " itself. Default: none.")
  String trustedProxy;

  @Option(
      names = "--sign-up",
      paramLabel = "WHO",
      description = "Who makes new sellers: open (anybody), invitation (whoever an admin invites) or admin (the admin"
          + " alone). Default: invitation.")
  String signUp;

  @Option(
      names = "--exam",
      paramLabel = "HOW",
      description = "required: a person certifies only after passing the short exam; offered: it is there for whoever"
          + " wants it. Default: required.")
  String exam;

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      description = "Sender of the server's mail (invitations, new passwords). Without it links are shown to be handed"
          + " over.")
  String mailFrom;

  @Option(
      names = "--smtp",
      paramLabel = "HOST:PORT",
      description = "Mail server. User and password: smtp-user and smtp-password, in the environment or the file only.")
  String smtp;

  @Option(
      names = "--smtp-tls",
      paramLabel = "HOW",
      description = "starttls, tls or none. Default: starttls; none for a mail server on this computer.")
  String smtpTls;

  @Option(
      names = "--webhook-private",
      paramLabel = "HOST:PORT,...",
      description = "Webhook targets inside your own network that owners of sellers may name, such as"
          + " hooks.example.lan:8080; http is allowed for these alone. Default: none.")
  String webhookPrivate;

  @Option(
      names = "--log-memory",
      paramLabel = "FILE",
      description = "Where the log's newest checkpoint is kept outside the data folder, so that an old backup that comes"
          + " back is noticed; off for nowhere. Default: beside the data folder, its name with .checkpoint.")
  String logMemory;

  Settings read() {
    Map<String, String> flags = new HashMap<>();
    put(flags, "data", data);
    put(flags, "host", host);
    put(flags, "port", port);
    put(flags, "public-url", publicUrl);
    put(flags, "trusted-proxy", trustedProxy);
    put(flags, "sign-up", signUp);
    put(flags, "exam", exam);
    put(flags, "mail-from", mailFrom);
    put(flags, "smtp", smtp);
    put(flags, "smtp-tls", smtpTls);
    put(flags, "webhook-private", webhookPrivate);
    put(flags, "log-memory", logMemory);
    try {
      return new SettingsReader(flags, System.getenv()).read();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static void put(Map<String, String> flags, String name, Object value) {
    if (value != null) {
      flags.put(name, value.toString());
    }
  }
}
