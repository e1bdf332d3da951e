package io.hexcache.domain.policy;

import io.hexcache.domain.collection.InOrder;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.Namespace;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How each namespace is cached on this node: value by value as was said about it, else as about the nearest namespace
 * above it, else by default. What was changed since the start goes before what is configured for the same namespace,
 * and is forgotten with the process.
 *
 * <p>
 * A change is made as a whole or not at all: while one namespace, of those about which something is said, would get a
 * policy that is not legal, nothing changes. Readers see all of a change or nothing of it. Reading takes no lock.
 */
public final class Policies {

    private final NamespacePolicy defaults;
    private final Map<Namespace, PolicyValues> configured;
    private final AtomicReference<PolicyChanges> changes = new AtomicReference<>(new PolicyChanges(Map.of()));

    /**
     * Policies of which nothing is changed yet.
     *
     * @param defaults what holds of which nothing is said
     * @param configured what is said about single namespaces
     * @throws CacheConfigurationException if one of them would get a policy that is not legal
     */
    public Policies(NamespacePolicy defaults, Map<Namespace, PolicyValues> configured) {
        this.defaults = defaults;
        this.configured = InOrder.copyOf(configured);
        configured.keySet().stream().sorted().forEach(namespace -> check(namespace, current()));
    }

    /** One policy for all namespaces. */
    public static Policies everywhere(NamespacePolicy policy) {
        return new Policies(policy, Map.of());
    }

    /** The policy that is in force now; costs a look into a map, until something changes. */
    public NamespacePolicy of(Namespace namespace) {
        PolicyChanges now = current();
        return now.inForce(namespace, asked -> resolve(asked, now));
    }

    /** How the namespace is cached now, and what of it was changed. */
    public PolicyReport report(Namespace namespace) {
        PolicyChanges now = current();
        return new PolicyReport(namespace, resolve(namespace, now), configured(namespace), now.of(namespace));
    }

    /** What was changed, of all namespaces. */
    public Map<Namespace, PolicyValues> changes() {
        return current().byNamespace();
    }

    /**
     * Changes the policy of a namespace, and of those below it that inherit these values, on this node until its end.
     * Earlier changes of other values stand.
     *
     * @return what has come of it
     * @throws CacheConfigurationException with the field, its bounds and the namespace, if that is not legal
     */
    public PolicyReport change(Namespace namespace, PolicyValues values) {
        return replace(namespace, earlier -> values.over(earlier));
    }

    /**
     * Forgets what was changed of this namespace itself.
     *
     * @throws CacheConfigurationException if one below it, with its own changes, would not be legal any more
     */
    public PolicyReport reset(Namespace namespace) {
        return replace(namespace, _ -> PolicyValues.NONE);
    }

    private PolicyReport replace(Namespace namespace, UnaryOperator<PolicyValues> change) {
        PolicyChanges made = Objects
                .requireNonNull(changes.updateAndGet(now -> checked(namespace, now.with(namespace, change
                        .apply(now.of(namespace))))));
        return new PolicyReport(namespace, resolve(namespace, made), configured(namespace), made.of(namespace));
    }

    private PolicyChanges checked(Namespace changed, PolicyChanges next) {
        // Who says nothing of its own has the policy of one that is checked here.
        Stream.of(Set.of(changed), configured.keySet(), next.byNamespace().keySet()).flatMap(Set::stream).filter(
                namespace -> namespace.isWithin(changed)).sorted().forEach(namespace -> check(namespace, next));
        return next;
    }

    private void check(Namespace namespace, PolicyChanges next) {
        try {
            resolve(namespace, next);
        } catch (CacheConfigurationException notLegal) {
            throw new CacheConfigurationException("namespace " + namespace + ": " + notLegal.getMessage());
        }
    }

    /** Every namespace on the way is legal by itself, so each step makes a legal policy of one. */
    private NamespacePolicy resolve(Namespace namespace, PolicyChanges now) {
        String name = namespace.name();
        NamespacePolicy policy = defaults;
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            policy = said(new Namespace(name.substring(0, dot)), now).over(policy);
        }
        return said(namespace, now).over(policy);
    }

    private PolicyValues said(Namespace namespace, PolicyChanges now) {
        return now.of(namespace).over(configured(namespace));
    }

    private PolicyValues configured(Namespace namespace) {
        return configured.getOrDefault(namespace, PolicyValues.NONE);
    }

    private PolicyChanges current() {
        return Objects.requireNonNull(changes.get(), "set by the constructor");
    }
}
