package io.hexcache.application.management;

import io.hexcache.application.management.ManagementResult.Filters;
import io.hexcache.application.management.ManagementResult.Refused;
import io.hexcache.domain.existence.ExistenceFilters;
import io.hexcache.domain.existence.KeyExistence;
import io.hexcache.domain.key.Namespace;
import java.util.List;

/** Shows the existence filters of this node, and has them built anew. */
final class FilterCommands {

    private final ExistenceFilters filters;
    private final KnownNamespaces namespaces;

    FilterCommands(ExistenceFilters filters, KnownNamespaces namespaces) {
        this.filters = filters;
        this.namespaces = namespaces;
    }

    ManagementResult execute(ManagementCommand.OnFilter command) {
        return switch (command) {
            case ManagementCommand.ShowFilters() -> new Filters(filters.all().stream().map(KeyExistence::status)
                    .toList());
            case ManagementCommand.RebuildFilter(var namespace) -> filters.find(namespace).map(FilterCommands::rebuild)
                    .orElseGet(() -> namespaces.declared(namespace, without -> without(namespace)));
        };
    }

    private static ManagementResult rebuild(KeyExistence filter) {
        filter.rebuild();
        return new Filters(List.of(filter.status()));
    }

    private static ManagementResult without(Namespace namespace) {
        return new Refused(Refused.Reason.NOT_AVAILABLE, "namespace " + namespace
                + " has no existence filter; the code that declares it makes one");
    }
}
