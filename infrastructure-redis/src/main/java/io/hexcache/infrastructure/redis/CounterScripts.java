package io.hexcache.infrastructure.redis;

import io.hexcache.domain.port.CounterStore;

/**
 * What counters do in one atomic step. {@code KEYS[1]} is the counter: a hash of its {@code value} and the
 * {@code stamp} of its maker, with its life. {@code KEYS[2]} and {@code KEYS[3]} remember outcomes: hashes of operation
 * ids and the sums that they made. The first takes outcomes for {@link CounterStore#MEMORY} from {@code began} on, in
 * milliseconds since 1970, and then becomes the second, which goes with the next change of places, or a memory after
 * it. So each outcome is remembered for one memory at least and two at most, and forgetting takes no search. All three
 * share a slot.
 *
 * <p>
 * Values are added up by the server, since the doubles of scripts are exact to 2^53 only; stamps are smaller. Where
 * memory is full, the first change of a script is the one that is refused, so it is the one that counts, but where
 * outcomes change places first.
 *
 * <p>
 * While a slot of a cluster moves, a script ends where it makes a key again that it has taken away. So places change
 * before anything is counted, and the change is repeated when the slot has arrived; where the first place is empty, the
 * second one holds what is remembered, and stays.
 */
final class CounterScripts {

    /** {@code exists(oldest)}: whether there is a counter that was not cleared. */
    private static final String EXISTS = """
            local function exists(oldest)
                local stamp = tonumber(redis.call('HGET', KEYS[1], 'stamp') or '-1')
                return stamp >= tonumber(oldest)
            end
            """;

    /**
     * {@code ARGV}: operation, delta, oldest stamp, newest stamp, life of a new counter in ms or nothing, the most
     * outcomes to take within a memory. Answers {@code repeated} or {@code added} and the sum, {@code beyond} and what
     * the counter stands at, or {@code full}.
     */
    static final Script ADD = Script.of(EXISTS + """
            local known = redis.call('HGET', KEYS[2], ARGV[1]) or redis.call('HGET', KEYS[3], ARGV[1])
            if known then return {'repeated', known} end
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local MEMORY = %d
            local began = tonumber(redis.call('HGET', KEYS[2], 'began') or '0')
            local over = now - began >= MEMORY
            if not over and redis.call('HLEN', KEYS[2]) > tonumber(ARGV[6]) then return {'full', ''} end
            if over and began > 0 then
                redis.call('UNLINK', KEYS[3])
                redis.call('RENAME', KEYS[2], KEYS[3])
                redis.call('HSET', KEYS[2], 'began', string.format('%%.0f', now))
                redis.call('PEXPIRE', KEYS[2], 2 * MEMORY)
            end
            if exists(ARGV[3]) then
                local sum = redis.pcall('HINCRBY', KEYS[1], 'value', ARGV[2])
                if type(sum) == 'table' then
                    if not string.find(sum.err, 'overflow') then return sum end
                    return {'beyond', redis.call('HGET', KEYS[1], 'value')}
                end
            else
                redis.call('HSET', KEYS[1], 'value', ARGV[2], 'stamp', ARGV[4])
                if ARGV[5] == '' then redis.call('PERSIST', KEYS[1]) else redis.call('PEXPIRE', KEYS[1], ARGV[5]) end
            end
            local sum = redis.call('HGET', KEYS[1], 'value')
            redis.call('HSET', KEYS[2], ARGV[1], sum)
            if began == 0 or now < began then
                redis.call('HSET', KEYS[2], 'began', string.format('%%.0f', now))
                redis.call('PEXPIRE', KEYS[2], 2 * MEMORY)
            end
            return {'added', sum}
            """.formatted(CounterStore.MEMORY.toMillis()));

    /** {@code ARGV}: oldest stamp. Answers 1 if there was one. */
    static final Script REMOVE = Script.of(EXISTS + """
            local existed = exists(ARGV[1])
            redis.call('DEL', KEYS[1])
            return existed and 1 or 0
            """);

    private CounterScripts() {}
}
