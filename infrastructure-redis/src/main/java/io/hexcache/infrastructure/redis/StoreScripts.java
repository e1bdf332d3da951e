package io.hexcache.infrastructure.redis;

/** What the store does in one atomic step; {@code KEYS} are the entry and its guard, which share a slot. */
final class StoreScripts {

    /** {@code ARGV}: token, life of the lease in ms. Answers the entry with its ttl, 1 for a lease, 0 for none. */
    static final Script FETCH = Script.of("""
            local bytes = redis.call('GET', KEYS[1])
            if bytes then
                local left = redis.call('PTTL', KEYS[1])
                if left > 0 then return {bytes, left} end
            end
            if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then return 1 end
            return 0
            """);

    /** {@code ARGV}: token, bytes, ttl in ms. Answers 1 if stored. */
    static final Script FILL = Script.of("""
            if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            redis.call('DEL', KEYS[2])
            return 1
            """);

    /** {@code ARGV}: token. */
    static final Script RELEASE = Script.of("""
            if redis.call('GET', KEYS[2]) == ARGV[1] then redis.call('DEL', KEYS[2]) end
            return 1
            """);

    /** {@code ARGV}: bytes, ttl in ms. */
    static final Script SET = Script.of("""
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            redis.call('DEL', KEYS[2])
            return 1
            """);

    /**
     * Answers 1 if it removed a live entry. A server keeps a key through the millisecond in which nothing is left of
     * its life, and to a reader it is gone by then.
     */
    static final Script REMOVE = Script.of("""
            redis.call('DEL', KEYS[2])
            local left = redis.call('PTTL', KEYS[1])
            redis.call('UNLINK', KEYS[1])
            if left > 0 then return 1 end
            return 0
            """);

    private StoreScripts() {}
}
