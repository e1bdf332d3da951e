package io.hexcache.infrastructure.redis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What one member of a cluster says of it in reply to {@code CLUSTER NODES}, which all versions have and which alone
 * shows slots on the move.
 *
 * @param primaries those that are alive as far as it knows
 * @param own its own part
 */
record ClusterView(List<Primary> primaries, Optional<Primary> own) {

    /**
     * One primary.
     *
     * @param address where to connect to
     * @param byNumber the same as redirections call it, unless the operator has them name hosts
     * @param settled whether it is neither about to give slots away nor to take some
     */
    record Primary(RedisAddress address, RedisAddress byNumber, BitSet slots, boolean settled) {}

    private static final int ADDRESS = 1;
    private static final int FLAGS = 2;
    private static final int FIRST_SLOT = 8;

    /**
     * Reads the reply.
     *
     * @param asked where it came from: a member that knows no address of its own is there
     * @param byName whether members that have a host name are called by it, as certificates call them
     */
    static ClusterView of(String reply, RedisAddress asked, boolean byName) {
        List<Primary> primaries = new ArrayList<>();
        Optional<Primary> own = Optional.empty();
        for (String line : reply.lines().toList()) {
            String[] fields = line.split(" ", -1);
            List<String> flags = List.of(fields[FLAGS].split(","));
            if (flags.contains("master") && !flags.contains("fail") && !flags.contains("noaddr")
                    && !flags.contains("handshake")) {
                Primary primary = primary(fields, asked, byName);
                primaries.add(primary);
                own = flags.contains("myself") ? Optional.of(primary) : own;
            }
        }
        return new ClusterView(primaries, own);
    }

    private static Primary primary(String[] fields, RedisAddress asked, boolean byName) {
        BitSet slots = new BitSet(Slots.COUNT);
        String[] ranges = Arrays.copyOfRange(fields, Math.min(FIRST_SLOT, fields.length), fields.length);
        boolean settled = true;
        for (String range : ranges) {
            if (range.startsWith("[")) {
                settled = false;
            } else {
                String[] ends = range.split("-", 2);
                slots.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
            }
        }
        return new Primary(address(fields[ADDRESS], asked, byName), address(fields[ADDRESS], asked, false), slots,
                settled);
    }

    /** {@code ip:port@busport[,hostname[,more=...]]}, the ip of IPv6 without brackets. */
    private static RedisAddress address(String text, RedisAddress asked, boolean byName) {
        String[] parts = text.split(",", -1);
        String endpoint = parts[0].substring(0, parts[0].indexOf('@'));
        int colon = endpoint.lastIndexOf(':');
        String ip = endpoint.substring(0, colon);
        String name = byName && parts.length > 1 && parts[1].indexOf('=') < 0 ? parts[1] : "";
        String host = name.isEmpty() ? ip : name;
        return new RedisAddress(host.isEmpty() ? asked.host() : host, Integer.parseInt(endpoint.substring(colon + 1)));
    }

    /** Whether it knows a primary of any slot, so that it is of a cluster that is in use. */
    boolean isOfUse() {
        return primaries.stream().anyMatch(primary -> !primary.slots().isEmpty());
    }
}
