package io.hexcache.bootstrap.node;

import javax.inject.Inject;

/** What a node does by itself while it serves, and what it does last. */
final class Background {

    private final Heartbeat heartbeat;
    private final DeferredRepeater repeater;
    private final WriteBehindEnd end;
    private final OpenResources resources;

    @Inject
    Background(Heartbeat heartbeat, DeferredRepeater repeater, WriteBehindEnd end, OpenResources resources) {
        this.heartbeat = heartbeat;
        this.repeater = repeater;
        this.end = end;
        this.resources = resources;
    }

    void start() {
        heartbeat.start();
        resources.add(repeater).start();
        // Closed before what it needs, and after the requests have ended.
        WriteBehindEnd _ = resources.add(end);
    }
}
