package io.hexcache.benchmarks.peers.report;

/**
 * What has come of one of the numbers to reach.
 *
 * @param what was compared with what
 * @param measured in words
 * @param gate what must hold, in words; may be empty
 * @param goal what would be better still, in words; may be empty
 */
public record Verdict(String what, String measured, String gate, String goal, Outcome outcome) {

    /** How it stands. */
    public enum Outcome {

        /** The goal is reached, and with it the gate. */
        GOAL("goal reached"),

        /** The gate is reached. */
        GATE("reached"),

        /** There is no gate, and the goal is not reached. */
        SHORT("goal not reached"),

        /** It is not. */
        MISSED("not reached"),

        /** This run has not measured it. */
        OPEN("not measured");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }
}
