package io.hexcache.application.management;

/** Looks at one part of the node, quickly. It does not throw: a part that fails is down. */
@FunctionalInterface
public interface HealthCheck {

    /** How the part is now. */
    ComponentHealth check();
}
