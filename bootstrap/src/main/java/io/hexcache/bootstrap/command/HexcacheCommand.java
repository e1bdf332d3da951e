package io.hexcache.bootstrap.command;

import io.hexcache.bootstrap.client.ServiceClient;
import io.hexcache.bootstrap.configuration.ConfigurationSources;
import io.hexcache.infrastructure.jdbc.JournalFiles;
import io.hexcache.infrastructure.jdbc.JournalSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import tools.jackson.databind.JsonNode;

/** What can be typed. Every command is a method, so that what was typed is never kept. */
@Command(name = "hexcache", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, sortOptions = false,
        description = "A two-level cache: serves it, and asks a running one.", exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed: the service is away or has refused", "2:wrong usage",
                "3:get: not cached; delete: nothing removed; all: an unknown namespace"})
final class HexcacheCommand implements Callable<Integer> {

    private static final String KEY = "namespace:identifier, such as scratch:greeting";
    private static final String URL = "Where the service is (default: " + ServiceAddress.DEFAULT
            + ", or $HEXCACHE_URL).";
    private static final String JSON = "Print what the service answers, as it is.";

    private final Terminal terminal;
    private final Map<String, String> environment;
    private final ServiceRunner service;

    HexcacheCommand(Terminal terminal, Map<String, String> environment, ServiceRunner service) {
        this.terminal = terminal;
        this.environment = environment;
        this.service = service;
    }

    @Override
    public Integer call() {
        throw new UsageException(
                "name a command: serve, get, set, delete, invalidate, stats, journal, flush, dead-letters or export");
    }

    @Command(description = "Runs the service until it is told to stop.")
    int serve(
            @Option(names = "--config", paramLabel = "FILE",
                    description = "Settings in HOCON (or $HEXCACHE_CONFIG).") Optional<Path> config,
            @Option(names = "--port", paramLabel = "PORT",
                    description = "Where to listen; 0 takes any free port.") Optional<String> port,
            @Option(names = "--redis", paramLabel = "URL",
                    description = "redis://host:port: the store behind the memory.") Optional<String> redis,
            @Option(names = "--db", paramLabel = "FILE",
                    description = "The example's database, or jdbc:postgresql://...") Optional<String> db,
            @Option(names = "--data", paramLabel = "FOLDER",
                    description = "Where it keeps its journal (default: data/node-PORT), or"
                            + " jdbc:postgresql://...") Optional<String> data) {
        service.run(new ConfigurationSources(config.or(this::configFromEnvironment), environment, new ServeOptions(port,
                redis, db, data).given()));
        return ExitCode.DONE;
    }

    private Optional<Path> configFromEnvironment() {
        return Optional.ofNullable(environment.get("HEXCACHE_CONFIG")).map(Path::of);
    }

    @Command(description = "Prints what is cached under a key. Loads nothing.")
    int get(@Parameters(paramLabel = "KEY", description = KEY) String key,
            @Option(names = "--url", paramLabel = "URL", description = URL) Optional<String> url,
            @Option(names = "--json", description = JSON) boolean json) {
        EntryName entry = EntryName.parse(key);
        return ask(url, json, commands -> commands.get(entry));
    }

    @Command(description = "Caches a value, in a namespace without a source of truth.")
    int set(@Parameters(paramLabel = "KEY", description = KEY) String key,
            @Parameters(paramLabel = "JSON",
                    description = "The value, such as '{\"a\":1}' or '\"text\"'.") String value,
            @Option(names = "--ttl", paramLabel = "TTL",
                    description = "How long it lives: 250ms, 30s, 5m, 1h, 7d"
                            + " (default: as the namespace says).") Optional<String> ttl,
            @Option(names = "--tag", paramLabel = "TAG",
                    description = "A tag that it carries; can be repeated.") @Nullable List<String> tags,
            @Option(names = "--url", paramLabel = "URL", description = URL) Optional<String> url,
            @Option(names = "--json", description = JSON) boolean json) {
        EntryName entry = EntryName.parse(key);
        JsonNode document = new EntryDocument(value, ttl, orEmpty(tags)).document();
        return ask(url, json, commands -> commands.set(entry, document));
    }

    @Command(description = "Drops what is cached under a key, on all nodes.")
    int delete(@Parameters(paramLabel = "KEY", description = KEY) String key,
            @Option(names = "--url", paramLabel = "URL", description = URL) Optional<String> url,
            @Option(names = "--json", description = JSON) boolean json) {
        EntryName entry = EntryName.parse(key);
        return ask(url, json, commands -> commands.delete(entry));
    }

    @Command(description = "Drops cached entries, on all nodes, and says how many. Takes exactly one kind of target.")
    int invalidate(
            @Option(names = "--key", paramLabel = "KEY", arity = "1..*",
                    description = "These keys.") @Nullable List<String> keys,
            @Option(names = "--pattern", paramLabel = "GLOB",
                    description = "Keys that match, such as 'user:7:*'.") Optional<String> pattern,
            @Option(names = "--prefix", paramLabel = "TEXT",
                    description = "Keys that begin so, such as user:7.") Optional<String> prefix,
            @Option(names = "--namespace", paramLabel = "NAME",
                    description = "A namespace with those below it.") Optional<String> namespace,
            @Option(names = "--tag", paramLabel = "TAG", arity = "1..*",
                    description = "Entries with any of these tags.") @Nullable List<String> tags,
            @Option(names = "--url", paramLabel = "URL", description = URL) Optional<String> url,
            @Option(names = "--json", description = JSON) boolean json) {
        InvalidationTarget target = new InvalidationTarget(orEmpty(keys), pattern, prefix, namespace, orEmpty(tags));
        JsonNode document = target.document();
        return ask(url, json, commands -> commands.invalidate(document));
    }

    @Command(description = "Prints what has happened in each namespace since the service was started.")
    int stats(@Option(names = "--url", paramLabel = "URL", description = URL) Optional<String> url,
            @Option(names = "--json", description = JSON) boolean json) {
        return ask(url, json, OperatorCommands::stats);
    }

    @Command(description = "Prints how many writes wait for their sources.")
    int journal(@Option(names = "--url", paramLabel = "URL", description = URL) Optional<String> url,
            @Option(names = "--json", description = JSON) boolean json) {
        return ask(url, json, OperatorCommands::journal);
    }

    @Command(description = "Writes what waits to its sources now, as far as they take it within 10 s.")
    int flush(@Option(names = "--url", paramLabel = "URL", description = URL) Optional<String> url,
            @Option(names = "--json", description = JSON) boolean json) {
        return ask(url, json, OperatorCommands::flush);
    }

    @Command(name = "dead-letters", description = "Lists, retries or drops writes that their sources would not take.")
    int deadLetters(
            @Option(names = "--retry", paramLabel = "ID", description = "Try this one again.") Optional<Long> retry,
            @Option(names = "--drop", paramLabel = "ID", description = "Forget this one for ever.") Optional<Long> drop,
            @Option(names = "--after", paramLabel = "ID",
                    description = "List those behind this one.") Optional<Long> after,
            @Option(names = "--url", paramLabel = "URL", description = URL) Optional<String> url,
            @Option(names = "--json", description = JSON) boolean json) {
        if (retry.isPresent() && drop.isPresent()) {
            throw new UsageException("either --retry or --drop, not both");
        }
        return ask(url, json, commands -> retry.map(commands::retryDeadLetter).or(() -> drop.map(
                commands::dropDeadLetter)).orElseGet(() -> commands.deadLetters(after.orElse(0L))));
    }

    @Command(description = "Writes what can be read of a journal that nobody uses into a file, a JSON object a line.")
    int export(
            @Option(names = "--data", paramLabel = "FOLDER", required = true,
                    description = "The folder of the process that wrote it.") Path data,
            @Parameters(paramLabel = "FILE", description = "A new file.") Path into) {
        long records = JournalFiles.export(JournalSettings.in(data.resolve("journal")), into);
        terminal.say("wrote " + records + " records to " + into);
        return ExitCode.DONE;
    }

    private int ask(Optional<String> url, boolean json, ToIntFunction<OperatorCommands> command) {
        URI address = ServiceAddress.parse(url.orElseGet(() -> environment.getOrDefault("HEXCACHE_URL",
                ServiceAddress.DEFAULT)));
        Presentation presentation = json ? new RawPresentation(terminal) : new WordedPresentation(terminal);
        try (ServiceClient client = new ServiceClient(address)) {
            return command.applyAsInt(new OperatorCommands(client, presentation));
        }
    }

    /** The library passes null for a list of which nothing was typed. */
    private static List<String> orEmpty(@Nullable List<String> typed) {
        return typed == null ? List.of() : typed;
    }
}
