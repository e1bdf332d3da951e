package io.hexcache.bootstrap.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;
import io.hexcache.domain.key.Namespace;
import java.util.List;

/** The settings that hold for this process, every one of them legal. */
public final class Settings {

    private final Config config;
    private final NamespacePolicies policies;

    private Settings(Config config, NamespacePolicies policies) {
        this.config = config;
        this.policies = policies;
    }

    /** The merged configuration, if every value in it is legal. */
    static Settings checked(Config merged) {
        KnownSettings.ALL.forEach(setting -> read(merged, setting));
        for (Namespace namespace : DeclaredNamespaces.read(merged)) {
            NamespaceSettings.ALL.stream().map(setting -> setting.within(DeclaredNamespaces.path(namespace.name())))
                    .filter(setting -> merged.hasPath(setting.path())).forEach(setting -> read(merged, setting));
        }
        return new Settings(merged, NamespacePolicies.checked(merged));
    }

    /** Refuses the first value that is not legal in one of the sources of the configuration. */
    static void refuseIllegal(Config source) {
        KnownSettings.ALL.stream().filter(setting -> source.hasPath(setting.path())).forEach(setting -> read(source,
                setting));
    }

    /** The value of the setting. */
    public <T> T get(Setting<T> setting) {
        return read(config, setting);
    }

    /** How each namespace is cached. */
    public NamespacePolicies policies() {
        return policies;
    }

    /** The namespaces that the configuration names. */
    public List<Namespace> namespaces() {
        return DeclaredNamespaces.read(config);
    }

    /** The value of the setting in a configuration that has it. */
    static <T> T read(Config config, Setting<T> setting) {
        ConfigValue value = config.getValue(setting.path());
        String text = String.valueOf(value.unwrapped());
        return setting.type().read(text)
                .orElseThrow(() -> InvalidConfigurationException.of(setting, Origins.of(value), text));
    }
}
