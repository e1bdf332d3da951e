package io.hexcache.infrastructure.redis;

/**
 * What the register does in one atomic step. {@code KEYS[1]} is a sorted set: subjects by the stamp of their last
 * invalidation. {@code KEYS[2]} is a hash: {@code last}, {@code floor}, and {@code count}, the size of the set, by
 * which the register notices that the server has evicted the one and kept the other. Stamps are microseconds, as whole
 * numbers, which the doubles of scripts and scores hold exactly until the year 2255.
 *
 * <p>
 * Each script begins with a removal, since a server whose memory is full judges the first change of a script only,
 * and invalidations should work then too.
 */
final class StampScripts {

    /** {@code ARGV[1]} is the largest stamp that the caller knows. */
    private static final String HEALED = """
            local function text(number) return string.format('%.0f', number) end
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local told = tonumber(ARGV[1])
            local state = redis.call('HMGET', KEYS[2], 'last', 'floor', 'count')
            local last, floor = tonumber(state[1] or '-1'), tonumber(state[2] or '-1')
            if last < 0 or floor < 0 or told > last or redis.call('ZCARD', KEYS[1]) ~= tonumber(state[3] or '-1') then
                last = math.max(now, told) + 1
                floor = last
                redis.call('DEL', KEYS[1])
                redis.call('HDEL', KEYS[2], 'last')
                redis.call('HSET', KEYS[2], 'last', text(last), 'floor', text(floor), 'count', '0')
            end
            """;

    /** {@code ARGV}: told, since. Answers last, floor, and subjects and stamps in turn. */
    static final Script READ = Script.of(HEALED + """
            return {text(last), text(floor), redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. ARGV[2], '+inf', 'WITHSCORES')}
            """);

    /** {@code ARGV}: told, the most subjects to keep, subjects. Answers the stamp and floor. */
    static final Script STAMP = Script.of(HEALED + """
            last = math.max(last + 1, now)
            redis.call('HDEL', KEYS[2], 'last')
            for i = 3, #ARGV do redis.call('ZADD', KEYS[1], text(last), ARGV[i]) end
            local excess = redis.call('ZCARD', KEYS[1]) - tonumber(ARGV[2])
            if excess > 0 then
                local forgotten = redis.call('ZRANGE', KEYS[1], excess - 1, excess - 1, 'WITHSCORES')
                floor = math.max(floor, tonumber(forgotten[2]))
                redis.call('ZREMRANGEBYRANK', KEYS[1], 0, excess - 1)
            end
            local count = redis.call('ZCARD', KEYS[1])
            redis.call('HSET', KEYS[2], 'last', text(last), 'floor', text(floor), 'count', count)
            return {text(last), text(floor)}
            """);

    private StampScripts() {}
}
