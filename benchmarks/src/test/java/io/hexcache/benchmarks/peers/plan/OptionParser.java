package io.hexcache.benchmarks.peers.plan;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the command line of a run. */
public final class OptionParser {

    /** What the command line may say. */
    public static final String USAGE = """
            ./benchmark peers [--quick] [--rounds N] [--scenario NAME,...] [--systems NAME,...] [--output FOLDER]

              --quick      short intervals and less data; under 10 minutes
              --rounds     how often each measurement is repeated, 1 to 50; medians are reported (5; 2 with --quick)
              --scenario   %s
              --systems    %s
              --output     where peers.md and peers.json are written (benchmarks/results)
            """.formatted(names(Scenario.values(), Scenario::id), names(PeerSystem.values(), PeerSystem::id));

    private static final int MOST_ROUNDS = 50;
    private static final int ROUNDS = 5;
    private static final int QUICK_ROUNDS = 2;

    private Set<Scenario> scenarios = EnumSet.allOf(Scenario.class);
    private Set<PeerSystem> systems = EnumSet.allOf(PeerSystem.class);
    private Path output = Path.of("benchmarks", "results");
    private int rounds;
    private boolean quick;

    /** The run that these words ask for. */
    public static Options parse(List<String> words) {
        OptionParser parser = new OptionParser();
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            parser.take(rest.pop(), rest);
        }
        return parser.options();
    }

    private void take(String option, Deque<String> rest) {
        switch (option) {
            case "--quick" -> quick = true;
            case "--rounds" -> rounds = rounds(value(option, rest));
            case "--scenario" -> scenarios = chosen(option, value(option, rest), Scenario.values(), Scenario::id);
            case "--systems" -> systems = chosen(option, value(option, rest), PeerSystem.values(), PeerSystem::id);
            case "--output" -> output = Path.of(value(option, rest));
            default -> throw new UsageException("'%s' is no option of this command".formatted(option));
        }
    }

    private Options options() {
        int chosen = rounds == 0 ? quick ? QUICK_ROUNDS : ROUNDS : rounds;
        return new Options(Collections.unmodifiableSet(scenarios), Collections.unmodifiableSet(systems), chosen, quick,
                output);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new UsageException(option + " needs a value after it");
        }
        return rest.pop();
    }

    private static int rounds(String text) {
        if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_ROUNDS) {
            throw new UsageException("--rounds '%s' is not possible: 1 to %d".formatted(text, MOST_ROUNDS));
        }
        return Integer.parseInt(text);
    }

    private static <E extends Enum<E>> Set<E> chosen(String option, String text, E[] all, Function<E, String> id) {
        return List.of(text.split(",", -1)).stream().map(name -> Stream.of(all).filter(one -> id.apply(one).equals(
                name)).findFirst().orElseThrow(() -> new UsageException("%s '%s' is not known: one or more of %s"
                        .formatted(option, name, names(all, id)))))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(all[0].getDeclaringClass())));
    }

    private static <E> String names(E[] all, Function<E, String> id) {
        return Stream.of(all).map(id).collect(Collectors.joining(","));
    }
}
