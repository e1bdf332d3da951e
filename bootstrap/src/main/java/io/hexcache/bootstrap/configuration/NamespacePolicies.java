package io.hexcache.bootstrap.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.Policies;
import io.hexcache.domain.policy.PolicyValues;
import java.util.Map;
import java.util.stream.Collectors;

/** How each namespace is cached, as the configuration says. */
public final class NamespacePolicies {

    private final Config config;

    private NamespacePolicies(Config config) {
        this.config = config;
    }

    /** The policies of a configuration whose single values are legal; refuses those that contradict each other. */
    static NamespacePolicies checked(Config config) {
        NamespacePolicies policies = new NamespacePolicies(config);
        Contradictions.refuse(NamespaceSettings.DEFAULTS, policies.defaults());
        DeclaredNamespaces.read(config).forEach(namespace -> Contradictions.refuse(DeclaredNamespaces.path(namespace
                .name()), policies.inheritedBy(namespace)));
        return policies;
    }

    /** They at the start of a node, which may change them. */
    public Policies atStart() {
        Map<Namespace, PolicyValues> configured = DeclaredNamespaces.read(config).stream().collect(Collectors.toMap(
                namespace -> namespace, namespace -> PolicyTranslation.of(own(namespace.name()), inheritedBy(
                        namespace))));
        return new Policies(PolicyTranslation.of(defaults(), defaults()).over(NamespacePolicy.DEFAULT), configured);
    }

    private Config inheritedBy(Namespace namespace) {
        String name = namespace.name();
        Config said = own(name);
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            said = said.withFallback(own(name.substring(0, dot)));
        }
        return said.withFallback(defaults());
    }

    private Config defaults() {
        return config.getConfig(NamespaceSettings.DEFAULTS);
    }

    private Config own(String name) {
        String path = DeclaredNamespaces.path(name);
        return config.hasPath(path) ? config.getConfig(path) : ConfigFactory.empty();
    }
}
