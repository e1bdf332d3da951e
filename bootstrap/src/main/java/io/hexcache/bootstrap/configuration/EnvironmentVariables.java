package io.hexcache.bootstrap.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The settings among the environment variables: {@code HEXCACHE_} and the setting's path in capitals, with {@code _}
 * for {@code .} and {@code -}, or one of two short names. Namespaces cannot be set so: their names have dots and
 * hyphens.
 */
final class EnvironmentVariables {

    /** For those that have an option of the same name. */
    private static final Map<String, Setting<?>> SHORT_NAMES = Map.of("HEXCACHE_PORT", KnownSettings.HTTP_PORT,
            "HEXCACHE_DB", KnownSettings.CATALOG_DB);

    /** Not settings of the service: they belong to the run script, the command line and the tests. */
    private static final Set<String> OTHERS = Set.of("HEXCACHE_JAVA", "HEXCACHE_JAVA_OPTIONS", "HEXCACHE_CONFIG",
            "HEXCACHE_URL");
    private static final String OF_TESTS = "HEXCACHE_TEST_";

    private final Map<String, String> environment;

    EnvironmentVariables(Map<String, String> environment) {
        this.environment = new TreeMap<>(environment);
    }

    Config read() {
        Config settings = ConfigFactory.empty();
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            if (isSetting(variable.getKey())) {
                settings = add(variable.getKey(), variable.getValue(), settings);
            }
        }
        return settings;
    }

    private static boolean isSetting(String name) {
        return name.startsWith(Setting.ENVIRONMENT_PREFIX) && !name.startsWith(OF_TESTS) && !OTHERS.contains(name);
    }

    private static Config add(String name, String text, Config settings) {
        Setting<?> setting = find(name).orElseThrow(() -> new InvalidConfigurationException(
                "environment variable %s is not a setting; there are %s".formatted(Shown.quoted(name), names())));
        if (settings.hasPath(setting.path())) {
            throw new InvalidConfigurationException("%s is given twice, by %s and by environment variable %s; unset one"
                    .formatted(setting.path(), Origins.of(settings.getValue(setting.path())), name));
        }
        return settings.withFallback(ConfigValueFactory.fromAnyRef(text, "environment variable " + name).atPath(setting
                .path()));
    }

    private static Optional<Setting<?>> find(String name) {
        Optional<Setting<?>> shortened = Optional.ofNullable(SHORT_NAMES.get(name));
        return shortened.isPresent() ? shortened
                : KnownSettings.ALL.stream().filter(setting -> setting
                        .environmentName().equals(name)).findFirst();
    }

    private static String names() {
        return String.join(", ", KnownSettings.ALL.stream().map(Setting::environmentName).sorted().toList());
    }
}
