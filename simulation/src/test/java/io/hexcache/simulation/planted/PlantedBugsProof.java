package io.hexcache.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants each bug, and lets what is to catch it run until it has. The same runs find nothing in the code as it is. A
 * part of {@code -Pproof}, since it takes minutes.
 */
class PlantedBugsProof {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final Path PATCHES = Path.of("src", "test", "resources", "planted").toAbsolutePath();

    static final Path CLASSES = Path.of(URI.create(String.valueOf(PlantedBugsProof.class.getProtectionDomain()
            .getCodeSource().getLocation())));

    private static final int SEEDS = Integer.getInteger("planted.seeds", 100);

    /** As many as this machine may have cores at least. */
    private static final int AT_ONCE = 2;

    /** One bug alone, for who works on it. */
    private static final String ONLY = System.getProperty("planted.only", "");

    @Test
    void bugs_plantedOneByOne_areAllCaught(@TempDir Path work) throws InterruptedException, ExecutionException {
        List<PlantedBug> bugs = PlantedBug.readAll(PATCHES).stream().filter(bug -> bug.name().contains(ONLY)).toList();
        Map<PlantedBug, Future<Trial.Verdict>> trials = new LinkedHashMap<>();
        Map<String, Future<Trial.Verdict>> controls = new LinkedHashMap<>();
        long caught = 0;
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
            for (PlantedBug bug : bugs) {
                trials.put(bug, executor.submit(() -> new Trial(bug.catcher(), SEEDS).run(List.of(PatchedClass.compile(
                        bug, ROOT, work)))));
            }
            bugs.stream().map(PlantedBug::catcher).distinct().forEach(catcher -> controls.put(catcher, executor
                    .submit(() -> new Trial(catcher, SEEDS).run(List.of()))));
            for (Map.Entry<PlantedBug, Future<Trial.Verdict>> trial : trials.entrySet()) {
                Trial.Verdict verdict = trial.getValue().get();
                caught += verdict.caught().isPresent() ? 1 : 0;
                System.out.printf("planted %-45s %s%n", trial.getKey().name(), verdict.caught().map(by -> "caught by "
                        + by).orElse("NOT CAUGHT, exit " + verdict.exit() + "\n" + verdict.lastLines()));
            }
            System.out.println("planted bugs caught=" + caught + " of=" + bugs.size());
            for (Map.Entry<String, Future<Trial.Verdict>> control : controls.entrySet()) {
                assertThat(control.getValue().get()).as("%s without a planted bug", control.getKey()).matches(
                        Trial.Verdict::isClean);
            }
        }
        assertThat(caught).isEqualTo(bugs.size());
    }
}
