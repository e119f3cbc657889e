package shotdeed.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program's arguments as they were typed. In the locale {@code C} Java replaces every byte beyond ASCII; Linux
 * remembers them.
 */
final class Arguments {
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private Arguments() {}

  /** The same arguments, those that were damaged restored where that can be done with certainty. */
  static String[] restored(String... arguments) {
    try {
      return Files.isReadable(COMMAND_LINE)
          ? restored(Files.readAllBytes(COMMAND_LINE), arguments)
          : arguments;
    } catch (IOException e) {
      return arguments; // a system that hides command lines: damaged names are reported as not found
    }
  }

  /** Arguments stand at the end of a command line, each with a zero behind it. */
  static String[] restored(byte[] commandLine, String... arguments) {
    List<byte[]> words = new ArrayList<>();
    for (int from = 0, at = 0; at < commandLine.length; at++) {
      if (commandLine[at] == 0) {
        words.add(java.util.Arrays.copyOfRange(commandLine, from, at));
        from = at + 1;
      }
    }
    String[] restored = arguments.clone();
    int first = words.size() - arguments.length;
    for (int i = 0; first > 0 && i < arguments.length; i++) {
      byte[] word = words.get(first + i);
      if (damaged(arguments[i], word)) {
        restored[i] = utf8(word, arguments[i]);
      }
    }
    return restored;
  }

  /** Whether the argument is the word with every byte beyond ASCII replaced, and there is such a byte. */
  private static boolean damaged(String argument, byte[] word) {
    if (argument.length() != word.length) {
      return false;
    }
    boolean replaced = false;
    for (int i = 0; i < word.length; i++) {
      char c = argument.charAt(i);
      if (word[i] < 0 && (c == '?' || c == '\uFFFD')) {
        replaced = true;
      } else if (word[i] != c) {
        return false;
      }
    }
    return replaced;
  }

  private static String utf8(byte[] word, String otherwise) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(word)).toString();
    } catch (CharacterCodingException e) {
      return otherwise;
    }
  }
}
