package io.hexcache.infrastructure.redis;

/**
 * What the tag index does in one atomic step; {@code KEYS[1]} is the sorted set of one tag. Scores are microseconds
 * since 1970 by the clock of the server, as whole numbers, which a double holds exactly until the year 2255.
 */
final class TagScripts {

    /** Takes off at most so many expired members at a time, so that no step holds the server up. */
    private static final String PRUNED = """
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local alive = '(' .. string.format('%.0f', now)
            local expired = math.min(1000, redis.call('ZCOUNT', KEYS[1], '-inf', string.format('%.0f', now)))
            if expired > 0 then redis.call('ZREMRANGEBYRANK', KEYS[1], 0, expired - 1) end
            """;

    /**
     * {@code ARGV}: member, ttl in microseconds. A score never comes back, so it is a mark; the set outlives its
     * members.
     */
    static final Script ADD = Script.of(PRUNED + """
            local score = now + ARGV[2]
            local old = tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or '0')
            if old >= score then score = old + 1 end
            redis.call('ZADD', KEYS[1], string.format('%.0f', score), ARGV[1])
            local life = math.ceil((score - now) / 1000) + 1
            if redis.call('PTTL', KEYS[1]) < life then redis.call('PEXPIRE', KEYS[1], string.format('%.0f', life)) end
            return 1
            """);

    /** {@code ARGV}: limit. Answers members and scores in turn. */
    static final Script MEMBERS = Script.of(PRUNED + """
            return redis.call('ZRANGEBYSCORE', KEYS[1], alive, '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[1])
            """);

    static final Script SIZE = Script.of(PRUNED + """
            return redis.call('ZCOUNT', KEYS[1], alive, '+inf')
            """);

    /** {@code ARGV}: members and the scores that they had, in turn. */
    static final Script REMOVE_UNCHANGED = Script.of("""
            local removed = 0
            for i = 1, #ARGV, 2 do
                local score = redis.call('ZSCORE', KEYS[1], ARGV[i])
                if score and tonumber(score) == tonumber(ARGV[i + 1]) then
                    removed = removed + redis.call('ZREM', KEYS[1], ARGV[i])
                end
            end
            return removed
            """);

    private TagScripts() {}
}
