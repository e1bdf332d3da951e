package io.hexcache.reliability.history;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** When something was not as it should be. Times are readings of one ticker, in nanoseconds. */
public final class Windows {

    /** It has begun, and not ended. */
    private static final long OPEN = Long.MAX_VALUE;

    private record Window(long begin, long end) {

        boolean overlaps(long from, long to) {
            return begin <= to && end >= from;
        }
    }

    private final List<Window> windows = new CopyOnWriteArrayList<>();

    /** It begins now; one at a time. */
    public void begin(long now) {
        windows.add(new Window(now, OPEN));
    }

    /** It is over; as if it had lasted so much longer. */
    public void end(long now, Duration aftermath) {
        Window last = windows.getLast();
        windows.set(windows.size() - 1, new Window(last.begin, now + aftermath.toNanos()));
    }

    /** It was so from then until then. */
    public void add(long begin, long end) {
        windows.add(new Window(begin, end));
    }

    /** Whether it was so at any moment of this time. */
    public boolean overlap(long from, long to) {
        return windows.stream().anyMatch(window -> window.overlaps(from, to));
    }

    /** The end of this time, or that of the last window that reaches into it, whichever is later. */
    public long settled(long from, long to) {
        return windows.stream().filter(window -> window.overlaps(from, to)).mapToLong(Window::end).reduce(to,
                Math::max);
    }

    /** How many there were. */
    public int count() {
        return windows.size();
    }
}
