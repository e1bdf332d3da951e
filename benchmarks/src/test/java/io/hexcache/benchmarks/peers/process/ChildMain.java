package io.hexcache.benchmarks.peers.process;

import io.hexcache.benchmarks.peers.measure.Exercise;
import io.hexcache.benchmarks.peers.measure.Exercises;
import io.hexcache.benchmarks.peers.measure.Figures;
import io.hexcache.benchmarks.peers.system.Peer;
import io.hexcache.benchmarks.peers.system.Peers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The process of one system in one scenario: says when it is prepared, then does what it is told. */
public final class ChildMain {

    private final BufferedReader lines;
    private final PrintStream replies;

    private ChildMain(BufferedReader lines, PrintStream replies) {
        this.lines = lines;
        this.replies = replies;
    }

    /** Runs it. */
    public static void main(String[] words) throws IOException {
        PrintStream replies = System.out;
        // A client that prints must not be taken for an answer.
        System.setOut(System.err);
        new ChildMain(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), replies).run(
                ChildOrder.parse(List.of(words)));
        // Some clients leave threads behind that would keep the process.
        System.exit(0);
    }

    private void run(ChildOrder order) throws IOException {
        try (Peer peer = Peers.connect(order.contestant().system(), order.settings())) {
            Optional<Exercise> exercise = new Exercises(order.volume()).prepare(order.scenario(), peer);
            if (exercise.isEmpty()) {
                say(new Reply.Unable());
                return;
            }
            say(new Reply.Done(Figures.NONE));
            serve(exercise.get());
        } catch (RuntimeException | LinkageError broken) {
            broken.printStackTrace();
            say(new Reply.Failed(broken.toString()));
        }
    }

    private void serve(Exercise exercise) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            say(new Reply.Done(exercise.perform(List.of(line.split(" ")))));
        }
    }

    private void say(Reply reply) {
        replies.println(reply.text());
        replies.flush();
    }
}
