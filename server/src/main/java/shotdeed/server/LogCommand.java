package shotdeed.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shotdeed.ledger.NoteKey;
import shotdeed.server.ledger.KeyFile;
import shotdeed.server.ledger.Ledger;
import shotdeed.server.ledger.LogMemory;
import shotdeed.server.platform.DataFolder;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Settings;

/** The log's key, and what to do once it or a backup is lost; works while the server runs. */
@Command(
    name = "log",
    description = {
      "The log of certificates, decisions and evidence, and the key that signs for it.",
      "Whoever checks your evidence knows your server by the fingerprint of this key: publish it where they can find it,"
          + " such as on your shop's page. Keep a copy of the key outside this computer (log export-key): it is in the"
          + " data folder only, and evidence of yesterday can be checked without it, but evidence of tomorrow would come"
          + " from a stranger."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class LogCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int with(ServerOptions options, Consumer<Ledger> work) {
    Settings settings = options.read();
    Path store = DataFolder.databaseIn(settings.data());
    if (!Files.exists(store)) {
      throw new IllegalStateException("there is no server's data in " + settings.data() + ": start it once with serve");
    }
    try (Database database = Database.openAsIs(store)) {
      Ledger ledger = new Ledger(
          database, DataFolder.keysIn(settings.data()), new LogMemory(settings.logMemory()), InstantSource.system());
      work.accept(ledger);
    }
    return ExitCode.OK;
  }

  private static void print(CommandSpec spec, Ledger ledger) {
    NoteKey key = ledger.key();
    PrintWriter out = spec.commandLine().getOut();
    out.println("fingerprint " + key.fingerprint());
    out.println("key         " + key.text());
    out.println("log         " + ledger.origin());
    out.flush();
  }

  @Command(name = "key", description = "Prints the fingerprint of the key that signs, and the key's public part.")
  int key(@Mixin ServerOptions options) {
    return with(options, ledger -> print(spec, ledger));
  }

  @Command(
      name = "rotate-key",
      description = {
        "From now on a new key signs.",
        "The old one says so, so that whoever knows its fingerprint trusts the new one too. If somebody else may have the"
            + " old key, say --untrusted: then it says nothing, and the new fingerprint must be published anew."
      })
  int rotate(
      @Mixin ServerOptions options,
      @Option(names = "--untrusted", description = "Somebody else may have the old key.") boolean untrusted) {
    return with(options, ledger -> {
      ledger.rotate(!untrusted);
      print(spec, ledger);
    });
  }

  @Command(
      name = "successor",
      description = {
        "Ends the log and starts another, which names the one before.",
        "For when an older copy of the data folder came back and the server did not notice: what was signed since then"
            + " must never be signed again with something else in its place. The server notices by itself as long as it"
            + " has the file of --log-memory."
      })
  int successor(@Mixin ServerOptions options) {
    return with(options, ledger -> {
      ledger.succeed();
      print(spec, ledger);
    });
  }

  @Command(
      name = "export-key",
      description = "Copies the key to a file, readable by you only. Whoever has it can sign in your name: keep it"
          + " off this computer, such as on a stick in a safe.")
  int exportKey(
      @Mixin ServerOptions options,
      @Parameters(paramLabel = "FILE", description = "Where to; must not exist.") Path to) {
    return with(options, ledger -> {
      try {
        KeyFile.copy(ledger.keyFile(), to);
      } catch (FileAlreadyExistsException e) {
        throw new IllegalStateException("there is a file already: " + to, e);
      } catch (IOException e) {
        throw new IllegalStateException("cannot copy the key: " + e.getMessage(), e);
      }
      print(spec, ledger);
    });
  }

  @Command(
      name = "import-key",
      description = "Puts a copy of the key back, before the server starts on a data folder that lost it.")
  int importKey(
      @Mixin ServerOptions options, @Parameters(paramLabel = "FILE", description = "From export-key.") Path from) {
    return with(options, ledger -> {
      try {
        ledger.putBack(from);
      } catch (IOException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
      print(spec, ledger);
    });
  }

  @Command(
      name = "erase",
      description = {
        "Erases what the log's entries of a seller say, for good.",
        "The seller must have been closed. The entries stay as hashes that tell nothing, so that no proof of anybody"
            + " else changes; receipts and bundles that were handed out keep what they say, and bundles of this seller"
            + " can no longer be made."
      })
  int erase(
      @Mixin ServerOptions options,
      @Option(names = "--seller", paramLabel = "N", required = true, description = "Number of the closed seller.")
          int seller) {
    return with(options, ledger -> {
      int erased = ledger.erase(seller);
      spec.commandLine().getOut().println("erased " + erased);
      spec.commandLine().getOut().flush();
    });
  }
}
