package io.hexcache.application.management;

/** Looks at one part of the node, quickly; an exception inside is a part that is down. */
@FunctionalInterface
public interface HealthCheck {

    /** How the part is now. */
    ComponentHealth check();
}
