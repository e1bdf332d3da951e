package io.hexcache.bootstrap.command;

import java.io.PrintWriter;

/**
 * Where a command writes: results to {@code out}, everything else to {@code err}, so that a script can read the one.
 */
public record Terminal(PrintWriter out, PrintWriter err) {

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void complain(String line) {
        err.println("hexcache: " + line);
        err.flush();
    }
}
