package shotdeed.server.platform;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Drops the line that Javalin logs when it cannot listen: {@link WebServer#start} throws, and whoever started says why
 * in words for people. Named in {@code logback.xml}.
 */
public final class StartFailureFilter extends Filter<ILoggingEvent> {
  @Override
  public FilterReply decide(ILoggingEvent event) {
    boolean saidElsewhere = event.getLoggerName().equals("io.javalin.Javalin")
        && event.getMessage().equals("Failed to start Javalin");
    return saidElsewhere ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}
