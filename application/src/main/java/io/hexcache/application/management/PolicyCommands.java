package io.hexcache.application.management;

import io.hexcache.application.management.ManagementResult.PoliciesInForce;
import io.hexcache.application.management.ManagementResult.Refused;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.Policies;
import io.hexcache.domain.policy.PolicyField;
import io.hexcache.domain.policy.PolicyReport;
import io.hexcache.domain.policy.PolicyValues;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows and changes how namespaces are cached on this node. */
final class PolicyCommands {

    private final KnownNamespaces namespaces;
    private final Policies policies;

    PolicyCommands(KnownNamespaces namespaces, Policies policies) {
        this.namespaces = namespaces;
        this.policies = policies;
    }

    ManagementResult show(Optional<Namespace> asked) {
        if (asked.isPresent()) {
            return known(asked.get(), () -> policies.report(asked.get()));
        }
        return new PoliciesInForce(Stream.concat(namespaces.declared().stream(), policies.changes().keySet().stream())
                .distinct().sorted().map(policies::report).toList());
    }

    ManagementResult change(Namespace namespace, PolicyValues values) {
        if (values.equals(PolicyValues.NONE)) {
            return new Refused(Refused.Reason.ILLEGAL_VALUE, "nothing is said about namespace " + namespace
                    + "; say one or more of " + PolicyField.ALL.stream().map(PolicyField::path).collect(Collectors
                            .joining(", ")));
        }
        return known(namespace, () -> policies.change(namespace, values));
    }

    ManagementResult reset(Namespace namespace) {
        return known(namespace, () -> policies.reset(namespace));
    }

    private ManagementResult known(Namespace namespace, Supplier<PolicyReport> report) {
        if (!namespaces.hasAnyWithin(namespace)) {
            return namespaces.unknown(namespace);
        }
        try {
            return new PoliciesInForce(List.of(report.get()));
        } catch (CacheConfigurationException notLegal) {
            // Not lost: the message names the field, its bounds and the namespace.
            return new Refused(Refused.Reason.ILLEGAL_VALUE, String.valueOf(notLegal.getMessage()));
        }
    }
}
