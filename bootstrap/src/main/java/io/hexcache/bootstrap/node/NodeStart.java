package io.hexcache.bootstrap.node;

import javax.inject.Inject;

/**
 * Starts what has been wired, in the order in which it can work: HTTP is last, so that the first request finds it all.
 */
final class NodeStart {

    private final PlainNamespaces plain;
    private final Background background;
    private final HttpFrontDoor door;

    @Inject
    NodeStart(PlainNamespaces plain, Background background, HttpFrontDoor door) {
        this.plain = plain;
        this.background = background;
        this.door = door;
    }

    /** Starts; the port of the service. */
    int run() {
        plain.declare();
        background.start();
        return door.open();
    }
}
