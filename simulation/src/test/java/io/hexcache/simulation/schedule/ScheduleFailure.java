package io.hexcache.simulation.schedule;

/** A run that did not come to its end, or came to a wrong one; the message holds the trace. */
public final class ScheduleFailure extends AssertionError {

    private static final long serialVersionUID = 1;

    ScheduleFailure(String what, String trace, Throwable cause) {
        super(what + "\nThe last steps:\n" + trace, cause);
    }

    ScheduleFailure(String what, String trace) {
        super(what + "\nThe last steps:\n" + trace);
    }
}
