package io.hexcache.bootstrap.command;

import io.hexcache.bootstrap.configuration.ConfigurationSources.GivenOption;
import io.hexcache.bootstrap.configuration.KnownSettings;
import io.hexcache.bootstrap.configuration.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The options of {@code serve} that are settings. */
record ServeOptions(Optional<String> port, Optional<String> redis, Optional<String> db,
        Optional<String> data) {

    /** Those that were typed, if they are legal. */
    List<GivenOption> given() {
        List<GivenOption> given = Stream.of(option("--port", KnownSettings.HTTP_PORT, port), option("--redis",
                KnownSettings.REDIS_URL, redis), option("--db", KnownSettings.CATALOG_DB, db),
                option("--data", KnownSettings.DATA_DIR, data)).flatMap(Optional::stream)
                .toList();
        given.stream().flatMap(option -> option.problem().stream()).findFirst().ifPresent(problem -> {
            throw new UsageException(problem);
        });
        return given;
    }

    private static Optional<GivenOption> option(String name, Setting<?> setting, Optional<String> text) {
        return text.map(typed -> new GivenOption(name, setting, typed));
    }
}
