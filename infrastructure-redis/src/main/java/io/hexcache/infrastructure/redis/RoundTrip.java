package io.hexcache.infrastructure.redis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;

/**
 * What several callers want, in one round trip: first what is no read, then all reads, and the time for all of them.
 * The time is asked for last, so that what was read was there before it.
 */
final class RoundTrip {

    private static final Call TIME = Call.of(Command.TIME);

    private final Reading reading;

    RoundTrip(Reading reading) {
        this.reading = reading;
    }

    /** The replies for each of them, in their order. */
    List<List<@Nullable Object>> exchange(Line line, List<List<Call>> wanted) {
        List<Call> sent = new ArrayList<>();
        List<Call> reads = new ArrayList<>();
        for (List<Call> calls : wanted) {
            for (Call call : calls) {
                (call.isRead() ? reads : sent).add(call);
            }
        }
        int others = sent.size();
        if (!reads.isEmpty()) {
            sent.addAll(reading.calls(reads));
            sent.add(TIME);
        }
        List<Object> replies = Session.exchange(line, sent);
        return distributed(wanted, replies.subList(0, others), replies.subList(others, replies.size()));
    }

    private List<List<@Nullable Object>> distributed(List<List<Call>> wanted, List<Object> replies,
            List<Object> ofReads) {
        List<List<@Nullable Object>> all = new ArrayList<>(wanted.size());
        Object now = ofReads.isEmpty() ? 0L : Seen.now(ofReads.getLast());
        int nextRead = 0;
        int nextOther = 0;
        for (List<Call> calls : wanted) {
            List<@Nullable Object> mine = new ArrayList<>(calls.size());
            for (Call call : calls) {
                mine.add(call.isRead() ? reading.reply(ofReads, nextRead++, now)
                        : replies.get(
                                nextOther++));
            }
            all.add(mine);
        }
        return all;
    }
}
