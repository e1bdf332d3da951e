package io.hexcache.bootstrap.command;

import java.io.PrintWriter;

/**
 * Where a command writes: results to {@code out}, everything else to {@code err}, so that a script can read the one.
 */
public record Terminal(PrintWriter out, PrintWriter err) {

    /** Prints a line of a result. */
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Prints a line that says what went wrong. */
    void complain(String line) {
        err.println("hexcache: " + line);
        err.flush();
    }
}
