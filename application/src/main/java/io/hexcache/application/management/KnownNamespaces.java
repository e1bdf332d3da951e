package io.hexcache.application.management;

import io.hexcache.application.management.ManagementResult.Refused;
import io.hexcache.domain.Caches;
import io.hexcache.domain.DeclaredCache;
import io.hexcache.domain.key.Namespace;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The namespaces that commands can be about. */
final class KnownNamespaces {

    private final Caches caches;

    KnownNamespaces(Caches caches) {
        this.caches = caches;
    }

    /** The declared ones, by name. */
    List<Namespace> declared() {
        return caches.all().stream().map(cache -> cache.definition().namespace()).toList();
    }

    /** What is done with the namespace if it is declared. */
    ManagementResult declared(Namespace namespace, Function<DeclaredCache<?>, ManagementResult> then) {
        return caches.find(namespace).map(then).orElseGet(() -> unknown(namespace));
    }

    /** Whether it, or one below it, is declared. */
    boolean hasAnyWithin(Namespace namespace) {
        return declared().stream().anyMatch(declared -> declared.isWithin(namespace));
    }

    /** The refusal of a command about a namespace that is not known. */
    Refused unknown(Namespace namespace) {
        String known = declared().stream().map(Namespace::name).collect(Collectors.joining(", "));
        return new Refused(Refused.Reason.UNKNOWN_NAMESPACE, "namespace " + namespace
                + " is not declared on this node; declared are: " + known);
    }
}
