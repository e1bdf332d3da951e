package io.hexcache.domain.bus;

import java.util.random.RandomGenerator;

/**
 * One life of one node on the bus.
 *
 * @param node name of the node, without spaces and colons
 * @param incarnation another one each time that the node starts, so that its numbers begin anew
 */
public record Origin(String node, long incarnation) {

    /** Checks the name, which stands in front of a colon on the wire. */
    public Origin {
        if (!node.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("node name '" + node
                    + "' must be 1 to 64 letters, digits, dots, hyphens and underscores");
        }
    }

    /** A new life of this node. */
    public static Origin next(String node, RandomGenerator random) {
        return new Origin(node, random.nextLong() >>> 1);
    }
}
