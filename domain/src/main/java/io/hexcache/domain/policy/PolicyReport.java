package io.hexcache.domain.policy;

import io.hexcache.domain.key.Namespace;

/**
 * How a namespace is cached at one moment, and why.
 *
 * @param inForce the whole policy
 * @param configured what the configuration says about this namespace itself
 * @param changed what was changed of this namespace itself since the start of the node
 */
public record PolicyReport(Namespace namespace, NamespacePolicy inForce, PolicyValues configured,
        PolicyValues changed) {}
