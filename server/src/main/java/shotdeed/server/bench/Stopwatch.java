package shotdeed.server.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Processor time that one kind of work took, over all threads; where Java cannot tell it, time as it went by. */
final class Stopwatch {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final LongAdder nanoseconds = new LongAdder();
  private final LongAdder pictures = new LongAdder();

  /** Does the work and counts so many pictures for it. */
  <T> T measure(int count, Supplier<T> work) {
    long before = now();
    T result = work.get();
    nanoseconds.add(now() - before);
    pictures.add(count);
    return result;
  }

  private static long now() {
    return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }

  /** Milliseconds a picture; 0 if there was none. */
  double mean() {
    return pictures.sum() == 0 ? 0 : nanoseconds.sum() / 1e6 / pictures.sum();
  }
}
