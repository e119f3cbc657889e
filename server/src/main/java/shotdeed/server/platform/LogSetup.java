package shotdeed.server.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One line an event, to stderr: stdout belongs to what a command was asked for. In Java rather than in an XML file, because
 * reading that file took a tenth of the server's start.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0} - %replace(%msg){'[\\r\\n]+', ' '}%n";

  private static final List<String> TALKATIVE =
      List.of("org.eclipse.jetty", "io.javalin", "org.flywaydb", "com.zaxxer.hikari");

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(PATTERN);
    encoder.start();
    StartFailureFilter filter = new StartFailureFilter();
    filter.setContext(context);
    filter.start();
    ConsoleAppender<ILoggingEvent> line = new ConsoleAppender<>();
    line.setContext(context);
    line.setName("line");
    line.setTarget("System.err");
    line.setEncoder(encoder);
    line.addFilter(filter);
    line.start();
    for (String name : TALKATIVE) {
      context.getLogger(name).setLevel(Level.WARN);
    }
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(line);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
