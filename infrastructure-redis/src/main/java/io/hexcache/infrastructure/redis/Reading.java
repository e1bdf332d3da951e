package io.hexcache.infrastructure.redis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;

/** How all that the callers of one round trip read is asked for. */
enum Reading {

    /** With one command. The end of a life stands in the entry, by the clock of the only server. */
    TOGETHER {

        @Override
        List<Call> calls(List<Call> reads) {
            return reads.size() == 1 ? reads
                    : List.of(Call.of(Command.MGET, reads.stream().map(Call::key).toArray(
                            byte[][]::new)));
        }

        @Override
        @Nullable
        Object reply(List<@Nullable Object> replies, int place, Object now) {
            Object reply = replies.getFirst();
            return Seen.of(reply instanceof List<?> list ? list.get(place) : reply, now, Long.MAX_VALUE);
        }
    },

    /**
     * One by one, since {@code MGET} takes the keys of one slot only. An entry that has moved with its slot has an end
     * by the clock of the server that it came from, while the server that has it now knows what is left. So it is asked
     * for that too, and first: what changes afterwards has an end by its own clock. The shorter life counts.
     */
    ONE_BY_ONE {

        @Override
        List<Call> calls(List<Call> reads) {
            List<Call> calls = new ArrayList<>(2 * reads.size());
            for (Call read : reads) {
                calls.add(read.life());
                calls.add(read);
            }
            return calls;
        }

        @Override
        @Nullable
        Object reply(List<@Nullable Object> replies, int place, Object now) {
            return replies.get(2 * place) instanceof Long left
                    ? Seen.of(replies.get(2 * place + 1), now, left)
                    : replies.get(2 * place);
        }
    };

    /** As the servers demand it. */
    static Reading of(RedisTopology topology) {
        return topology instanceof RedisTopology.Cluster ? ONE_BY_ONE : TOGETHER;
    }

    /** What is sent for these reads. */
    abstract List<Call> calls(List<Call> reads);

    /**
     * What was {@link Seen} by one of the reads, or an error.
     *
     * @param replies to what was sent
     * @param now what {@link Seen#now} makes of the reply to TIME, which was sent behind it
     */
    abstract @Nullable Object reply(List<@Nullable Object> replies, int place, Object now);
}
