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

  @Option(
      names = "--stamp-url",
      paramLabel = "URL",
      description = "A time-stamp authority (RFC 3161) that says when the log had come so far, such as"
          + " http://tsa.example.org/tsr. Default: none, and each time is this server's own claim.")
  String stampUrl;

  @Option(
      names = "--stamp-ca",
      paramLabel = "FILE",
      description = "Certificates (PEM) that the authority's must come from. Default: any that is one for time stamps.")
  String stampCa;

  @Option(
      names = "--witness-url",
      paramLabel = "URL",
      description = "A witness of the log (c2sp.org/tlog-witness), such as https://deed.example.org/witness of another"
          + " ShotDeed server. Needs --witness-key. Default: none.")
  String witnessUrl;

  @Option(
      names = "--witness-key",
      paramLabel = "VKEY",
      description = "The key by which that witness signs, as it shows it: NAME+ID+KEY.")
  String witnessKey;

  @Option(
      names = "--witness-logs",
      paramLabel = "VKEY,...",
      description = "Keys of other servers' logs that this server is a witness of. Default: none.")
  String witnessLogs;

  @Option(
      names = "--outside-private",
      paramLabel = "HOST:PORT,...",
      description = "Authorities and witnesses inside your own network, such as tsa.example.lan:3161. Default: none.")
  String outsidePrivate;

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
    put(flags, "stamp-url", stampUrl);
    put(flags, "stamp-ca", stampCa);
    put(flags, "witness-url", witnessUrl);
    put(flags, "witness-key", witnessKey);
    put(flags, "witness-logs", witnessLogs);
    put(flags, "outside-private", outsidePrivate);
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
