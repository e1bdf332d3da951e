package io.hexcache.bootstrap.node;

import javax.inject.Inject;

/**
 * Starts what has been wired, in the order in which it can work: HTTP is last, so that the first request finds it all.
 */
final class NodeStart {

    private final PlainNamespaces plain;
    private final Heartbeat heartbeat;
    private final DeferredRepeater repeater;
    private final HttpFrontDoor door;
    private final OpenResources resources;

    @Inject
    NodeStart(PlainNamespaces plain, Heartbeat heartbeat, DeferredRepeater repeater, HttpFrontDoor door,
            OpenResources resources) {
        this.plain = plain;
        this.heartbeat = heartbeat;
        this.repeater = repeater;
        this.door = door;
        this.resources = resources;
    }

    /** Starts; the port of the service. */
    int run() {
        plain.declare();
        heartbeat.start();
        resources.add(repeater).start();
        return door.open();
    }
}
