package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A walk over the data of all primaries that misses nothing. A key that moves from a server that is yet to be walked
 * over to one that was walked over already would be missed, so a walk counts only if each server had the same slots
 * before and after it, none of them on the move, and all slots were walked over; else it begins again.
 */
final class ClusterWalk {

    /** What the walk over one server has brought. */
    private record Part<T>(T answer, Optional<BitSet> slots) {}

    private static final int MOST_WALKS = 4;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ClusterMap map;
    private final NodeMaker maker;

    ClusterWalk(ClusterMap map, NodeMaker maker) {
        this.map = map;
        this.maker = maker;
    }

    /** The answers of all walks, also of those that did not count. */
    <T> List<T> all(Operation operation, Function<Session, T> steps) {
        List<T> answers = new ArrayList<>();
        for (int i = 0; i < MOST_WALKS; i++) {
            BitSet seen = new BitSet(Slots.COUNT);
            boolean settled = true;
            try {
                for (RedisNode node : map.all()) {
                    Part<T> part = node.session(operation, session -> over(session, steps));
                    answers.add(part.answer());
                    part.slots().ifPresent(seen::or);
                    settled &= part.slots().isPresent();
                }
            } catch (CacheConnectionException away) {
                if (!Unreached.isOfReplica(away)) {
                    throw away;
                }
                map.lost(away);
                settled = false;
            }
            if (settled && seen.cardinality() == Slots.COUNT) {
                return answers;
            }
            maker.waiter().pause(PAUSE);
            map.moved();
        }
        throw new CacheConnectionException(
                "%s: slots of the redis cluster %s are moving or without a primary, so that entries may have been"
                        .formatted(operation, map.name()) + " missed; repeat it when they have settled");
    }

    private static <T> Part<T> over(Session session, Function<Session, T> steps) {
        Optional<BitSet> before = slots(session);
        T answer = steps.apply(session);
        return new Part<>(answer, before.filter(slots -> slots(session).filter(slots::equals).isPresent()));
    }

    /** Those of the server, if none of them is on the move. */
    private static Optional<BitSet> slots(Session session) {
        String reply = Replies.text(session.calls(List.of(ClusterQuery.call())).getFirst());
        return ClusterView.of(reply, new RedisAddress("", 0), false).own().filter(ClusterView.Primary::settled).map(
                ClusterView.Primary::slots);
    }
}
