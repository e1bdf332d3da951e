package io.hexcache.benchmarks.peers.process;

import io.hexcache.benchmarks.peers.measure.Figures;

/** What a child answers to a line. */
sealed interface Reply {

    /** It is done. */
    record Done(Figures figures) implements Reply {}

    /** The system has nothing for this scenario. */
    record Unable() implements Reply {}

    /** It went wrong. */
    record Failed(String reason) implements Reply {}

    /** One line, without an end of line. */
    default String text() {
        return switch (this) {
            case Done done -> ("done " + done.figures().text()).strip();
            case Unable _ -> "unable";
            case Failed failed -> "failed " + failed.reason().replaceAll("\\s+", " ");
        };
    }

    /** Reads what {@link #text} wrote. */
    static Reply parse(String line) {
        int space = line.indexOf(' ');
        String word = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space + 1);
        return switch (word) {
            case "done" -> new Done(Figures.parse(rest));
            case "unable" -> new Unable();
            case "failed" -> new Failed(rest);
            default -> new Failed("it said '" + line + "'");
        };
    }
}
