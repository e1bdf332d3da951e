package io.hexcache.bootstrap.node;

import io.hexcache.bootstrap.configuration.Settings;
import io.hexcache.domain.Caches;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.strategy.CacheDefinition;
import javax.inject.Inject;

/** The namespaces that only the configuration names: caches of whatever JSON their users put. */
final class PlainNamespaces {

    private final Settings settings;
    private final Caches caches;

    @Inject
    PlainNamespaces(Settings settings, Caches caches) {
        this.settings = settings;
        this.caches = caches;
    }

    /** Declares those that no feature has declared; to be called when all features have. */
    void declare() {
        for (Namespace namespace : settings.namespaces()) {
            if (caches.find(namespace).isEmpty()) {
                caches.declare(CacheDefinition.of(namespace.name(), Object.class));
            }
        }
    }
}
