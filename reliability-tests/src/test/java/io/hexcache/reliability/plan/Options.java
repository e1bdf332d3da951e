package io.hexcache.reliability.plan;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a run is told.
 *
 * @param mode what it was called with
 * @param seed from which the faults and the choices of the load follow
 * @param lasting how long faults are made
 * @param jar the packaged service
 * @param report where the report for programs goes
 */
public record Options(Mode mode, long seed, Duration lasting, Path jar, Path report) {

    /** How much is asked of a run. */
    public enum Mode {
        /** Minutes, for every build. */
        QUICK(2, 4),
        /** As long as wanted, a week at most. */
        SOAK(60, 7 * 24 * 60);

        private final int minutes;
        private final int atMost;

        Mode(int minutes, int atMost) {
            this.minutes = minutes;
            this.atMost = atMost;
        }
    }

    static final String USAGE = """
            ./reliability quick|soak [--seed S] [--minutes M] [--jar FILE] [--report FILE]
              --seed     a whole number; the same one makes the same faults in the same order (default 1)
              --minutes  how long faults are made: 1 to 4 for quick (default 2), 1 to 10080 for soak (default 60)
              --jar      the packaged service (default bootstrap/target/hexcache.jar)
              --report   where the report for programs goes (default reliability-report.json)""";

    /**
     * Reads the words of the command line.
     *
     * @throws IllegalArgumentException saying what is wrong, and what could be said instead
     */
    public static Options parse(String... words) {
        Options options = words.length == 0 ? refuse("say quick or soak") : defaults(words[0]);
        for (int i = 1; i < words.length; i += 2) {
            if (i + 1 == words.length) {
                return refuse("nothing follows " + words[i]);
            }
            options = options.with(words[i], words[i + 1]);
        }
        return options;
    }

    private static Options defaults(String word) {
        Mode mode = switch (word) {
            case "quick" -> Mode.QUICK;
            case "soak" -> Mode.SOAK;
            default -> refuse("'" + word + "' is neither quick nor soak");
        };
        return new Options(mode, 1, Duration.ofMinutes(mode.minutes), Path.of("bootstrap/target/hexcache.jar"), Path.of(
                "reliability-report.json"));
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--seed" -> new Options(mode, number(name, value), lasting, jar, report);
            case "--minutes" -> new Options(mode, seed, Duration.ofMinutes(minutes(number(name, value))), jar, report);
            case "--jar" -> new Options(mode, seed, lasting, Path.of(value), report);
            case "--report" -> new Options(mode, seed, lasting, jar, Path.of(value));
            default -> refuse("there is no option " + name);
        };
    }

    private long minutes(long asked) {
        return asked >= 1 && asked <= mode.atMost ? asked
                : refuse("--minutes is %d; it must be 1 to %d".formatted(asked, mode.atMost));
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException notANumber) {
            return refuse("%s is '%s', which is no whole number".formatted(name, value));
        }
    }

    private static <T> T refuse(String reason) {
        throw new IllegalArgumentException(reason + "\n" + USAGE);
    }
}
