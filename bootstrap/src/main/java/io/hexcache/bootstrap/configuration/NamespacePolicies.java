package io.hexcache.bootstrap.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.policy.NamespacePolicy;
import java.util.function.Function;

/** How each namespace is cached: as is said about it, else about the nearest of its parents, else by default. */
public final class NamespacePolicies implements Function<Namespace, NamespacePolicy> {

    private final Config config;

    private NamespacePolicies(Config config) {
        this.config = config;
    }

    /** The policies of a configuration whose single values are legal; refuses those that contradict each other. */
    static NamespacePolicies checked(Config config) {
        NamespacePolicies policies = new NamespacePolicies(config);
        check(NamespaceSettings.DEFAULTS, config.getConfig(NamespaceSettings.DEFAULTS));
        DeclaredNamespaces.read(config).forEach(namespace -> check(DeclaredNamespaces.path(namespace.name()),
                policies.saidAbout(namespace)));
        return policies;
    }

    @Override
    public NamespacePolicy apply(Namespace namespace) {
        return policy(saidAbout(namespace));
    }

    private Config saidAbout(Namespace namespace) {
        String name = namespace.name();
        Config said = own(name);
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            said = said.withFallback(own(name.substring(0, dot)));
        }
        return said.withFallback(config.getConfig(NamespaceSettings.DEFAULTS));
    }

    private Config own(String name) {
        String path = DeclaredNamespaces.path(name);
        return config.hasPath(path) ? config.getConfig(path) : ConfigFactory.empty();
    }

    private static void check(String path, Config said) {
        long whole = Settings.read(said, NamespaceSettings.L1_MAX_BYTES);
        long item = Settings.read(said, NamespaceSettings.L1_MAX_ITEM_BYTES);
        if (item > whole) {
            throw new InvalidConfigurationException(
                    ("%s.l1.max-item-bytes is %s, more than the %s of l1.max-bytes;"
                            + " an item can be as large as the whole at most")
                            .formatted(path, shown(said, NamespaceSettings.L1_MAX_ITEM_BYTES), shown(said,
                                    NamespaceSettings.L1_MAX_BYTES)));
        }
    }

    private static String shown(Config said, Setting<?> setting) {
        ConfigValue value = said.getValue(setting.path());
        return value.unwrapped() + " (" + Origins.of(value) + ")";
    }

    private static NamespacePolicy policy(Config said) {
        LocalLimits local = new LocalLimits(Settings.read(said, NamespaceSettings.L1_MAX_ENTRIES), Settings.read(said,
                NamespaceSettings.L1_MAX_BYTES),
                Math.toIntExact(Settings.read(said,
                        NamespaceSettings.L1_MAX_ITEM_BYTES)),
                Settings.read(said, NamespaceSettings.L1_TTL));
        return NamespacePolicy.of(Settings.read(said, NamespaceSettings.TTL), Settings.read(said,
                NamespaceSettings.ABSENT_TTL), local);
    }
}
