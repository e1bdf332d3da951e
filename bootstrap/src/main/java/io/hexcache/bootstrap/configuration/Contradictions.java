package io.hexcache.bootstrap.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;

/** Settings of a namespace that are legal one by one, but not together. */
final class Contradictions {

    private Contradictions() {}

    /**
     * Refuses them.
     *
     * @param path of the namespace
     * @param said about it, what it inherits included
     */
    static void refuse(String path, Config said) {
        if (Settings.read(said, NamespaceSettings.L1_MAX_ITEM_BYTES) > Settings.read(said,
                NamespaceSettings.L1_MAX_BYTES)) {
            throw new InvalidConfigurationException(
                    "%s.%s, more than the %s of l1.max-bytes; an item can be as large as the whole at most".formatted(
                            path, is(said, NamespaceSettings.L1_MAX_ITEM_BYTES), shown(said,
                                    NamespaceSettings.L1_MAX_BYTES)));
        }
        if (Settings.read(said, NamespaceSettings.REFRESH_MODE) == RefreshKind.STALE_WHILE_REVALIDATE && Settings.read(
                said, NamespaceSettings.MAX_STALE).isZero()) {
            throw new InvalidConfigurationException(
                    "%s.%s, but %s, so that nothing stale may be served; set max-stale, such as 60s".formatted(path, is(
                            said, NamespaceSettings.REFRESH_MODE), is(said, NamespaceSettings.MAX_STALE)));
        }
    }

    private static String is(Config said, Setting<?> setting) {
        return setting.path() + " is " + shown(said, setting);
    }

    private static String shown(Config said, Setting<?> setting) {
        ConfigValue value = said.getValue(setting.path());
        return value.unwrapped() + " (" + Origins.of(value) + ")";
    }
}
