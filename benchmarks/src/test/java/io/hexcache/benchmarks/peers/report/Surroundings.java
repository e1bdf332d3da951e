package io.hexcache.benchmarks.peers.report;

import io.hexcache.benchmarks.peers.plan.Options;
import io.hexcache.benchmarks.peers.plan.Volume;
import io.hexcache.benchmarks.peers.process.Child;
import io.hexcache.benchmarks.peers.system.Product;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where, when and of what a run was made; names no host, no user and no folder.
 *
 * @param machine what it ran on
 * @param date when it ended
 * @param commit of the sources; followed by a plus if they were changed since
 * @param settings what one needs to know to repeat it
 */
public record Surroundings(Map<String, Object> machine, String date, String commit, Map<String, Object> settings) {

    private static final Pattern LIBRARY = Pattern.compile(
            "(caffeine|jedis|jetcache-core|lettuce-core|redisson|spring-data-redis)-[0-9].*\\.jar");

    /** Those of this run. */
    public static Surroundings of(Options options, String redisVersion) {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("processor", processor());
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        machine.put("java", System.getProperty("java.vendor") + " " + System.getProperty("java.vm.version"));
        machine.put("redis", redisVersion);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("quick", options.quick());
        settings.put("rounds", options.rounds());
        settings.put("keys", options.volume().keys());
        settings.put("valueBytes", Product.JSON_BYTES);
        settings.put("settleMillis", options.intervals().settle().toMillis());
        settings.put("throughputMillis", options.intervals().throughput().toMillis());
        settings.put("latencyMillis", options.intervals().latency().toMillis());
        settings.put("keysStaying", options.volume().staying());
        settings.put("keysRemoved", options.volume().doomed());
        settings.put("stampedes", options.volume().stampedes());
        settings.put("stampedesOfPeers", Volume.PEER_STAMPEDES);
        settings.put("hexcache", "as it comes, but with time-outs of 5 s");
        settings.put("libraries", libraries());
        settings.put("javaOptions", String.join(" ", Child.OPTIONS));
        return new Surroundings(machine, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), sources(), settings);
    }

    private static String libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)).map(jar -> new File(jar)
                .getName()).filter(name -> LIBRARY.matcher(name).matches()).map(name -> name.replace(".jar", ""))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name")).findFirst().map(line -> line.substring(line
                    .indexOf(':') + 1).strip()).orElse("unknown");
        } catch (IOException notOnLinux) {
            return "unknown";
        }
    }

    private static String sources() {
        String commit = git("rev-parse", "--short=12", "HEAD");
        return git("status", "--porcelain", "--untracked-files=no").isEmpty() ? commit : commit + "+";
    }

    private static String git(String... words) {
        try {
            Process git = new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(words)).toList()).redirectError(
                    ProcessBuilder.Redirect.DISCARD).start();
            String said = git.inputReader().readAllAsString().strip();
            return git.waitFor() == 0 ? said : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
