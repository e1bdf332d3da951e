package io.hexcache.infrastructure.redis;

import io.hexcache.domain.port.CacheStore;

/**
 * What the store does in one atomic step. {@code KEYS} are the entry, laid out as in {@link StoredLayout}, and its
 * guard, which share a slot. A guard is the text {@code L} or {@code W} and a token, or {@code X} and a count.
 *
 * <p>
 * A server whose memory is full judges the first change of a script only. So where a script stores, it begins with
 * what needs memory, to be refused as a whole; where it removes, it begins with what needs none, to be taken as a
 * whole.
 * While a slot of a cluster moves, a key that is not there belongs to the other server, so a key is never removed to be
 * made again.
 */
final class StoreScripts {

    /** {@code left()}: ms that the entry has to live, 0 if there is none. A server keeps a key for 1 ms too long. */
    private static final String LEFT = """
            local LIFE = %d
            local function left()
                local ms = redis.call('PTTL', KEYS[1])
                if ms <= 0 then return 0 end
                local mark = redis.pcall('GETRANGE', KEYS[1], 40, 48)
                if type(mark) ~= 'string' or #mark < 9 or not string.find(mark, '^[OC]') then return 0 end
                return ms
            end
            """.formatted(CacheStore.TOKEN_LIFE.toMillis());

    /** {@code till(life)}: when a life that begins now ends, by the clock; and as it stands in the entry. */
    private static final String TILL = """
            local function till(life)
                local time = redis.call('TIME')
                local ends = time[1] * 1000 + math.floor(time[2] / 1000) + life
                return string.format('%.0f', ends), struct.pack('>I8', ends)
            end
            """;

    /** {@code store(head, life, bytes)}: the entry, whatever was there. */
    private static final String STORE = TILL + """
            local function store(head, life, bytes)
                local ends, stored = till(life)
                redis.call('SET', KEYS[1], head .. stored .. bytes, 'PXAT', ends)
                redis.call('DEL', KEYS[2])
                return 1
            end
            """;

    /** {@code void(key)}: what a removal does to the guard. */
    private static final String VOID = """
            local function void(key)
                local guard = redis.call('GET', key)
                local kind = guard and string.sub(guard, 1, 1)
                if kind == 'L' then redis.call('DEL', key) end
                if kind == 'W' then
                    redis.call('PEXPIRE', key, LIFE)
                    redis.call('SET', key, 'X1', 'PX', LIFE)
                end
            end
            """;

    /** {@code refuse()}: what a writer does at its end whose token the guard does not hold. */
    private static final String REFUSE = """
            local function refuse(guard)
                redis.call('UNLINK', KEYS[1])
                local kind = guard and string.sub(guard, 1, 1)
                local others = kind == 'X' and tonumber(string.sub(guard, 2)) - 1 or 0
                if kind == 'W' then others = 1 end
                if others > 0 then
                    redis.call('SET', KEYS[2], 'X' .. others, 'PX', LIFE)
                else
                    redis.call('DEL', KEYS[2])
                end
                return 0
            end
            """;

    /**
     * {@code ARGV}: token, id of a dead entry or nothing, ms below which a lease is wanted beside an entry. Answers
     * {@code E} for an entry, {@code G} for a lease granted, or the kind of the guard; then entry and ms left.
     */
    static final Script FETCH = Script.of(LEFT + """
            local ms = left()
            local entry = ms > 0 and redis.call('GET', KEYS[1])
            if entry and string.sub(entry, 1, 32) == ARGV[2] then
                redis.call('UNLINK', KEYS[1])
                entry = false
            end
            if entry and ms > tonumber(ARGV[3]) then return {'E', entry, ms} end
            local guard = redis.call('GET', KEYS[2])
            if guard then return {string.sub(guard, 1, 1), entry, ms} end
            redis.call('SET', KEYS[2], 'L' .. ARGV[1], 'PX', LIFE)
            return {'G', entry, ms}
            """);

    /** {@code ARGV}: token. The order of the changes keeps a full server from doing half of them. */
    static final Script BEGIN = Script.of(LEFT + TILL + """
            local guard = redis.call('GET', KEYS[2])
            local ms = left()
            local kind = guard and string.sub(guard, 1, 1)
            local begun = 'W' .. ARGV[1]
            if kind == 'W' then begun = 'X2' end
            if kind == 'X' then begun = 'X' .. (tonumber(string.sub(guard, 2)) + 1) end
            redis.call('SET', KEYS[2], begun, 'PX', LIFE)
            if ms > 0 then redis.call('SETRANGE', KEYS[1], 40, 'C') end
            if ms > LIFE then
                local ends, stored = till(LIFE)
                redis.call('PEXPIREAT', KEYS[1], ends)
                redis.call('SETRANGE', KEYS[1], 41, stored)
            end
            return 1
            """);

    /** {@code ARGV}: token, head of the entry, its life in ms, its bytes. Answers 1 if stored. */
    static final Script FILL = Script.of(STORE + """
            if redis.call('GET', KEYS[2]) ~= 'L' .. ARGV[1] then return 0 end
            return store(ARGV[2], ARGV[3], ARGV[4])
            """);

    /** {@code ARGV}: token, head of the entry, its life in ms, its bytes. Answers 1 if stored. */
    static final Script PUT = Script.of(LEFT + REFUSE + STORE + """
            local guard = redis.call('GET', KEYS[2])
            if guard ~= 'W' .. ARGV[1] then return refuse(guard) end
            return store(ARGV[2], ARGV[3], ARGV[4])
            """);

    /** {@code ARGV}: token. */
    static final Script ABANDON = Script.of(LEFT + REFUSE + """
            local guard = redis.call('GET', KEYS[2])
            if guard ~= 'W' .. ARGV[1] then return refuse(guard) end
            return redis.call('DEL', KEYS[1], KEYS[2])
            """);

    /** {@code ARGV}: token. */
    static final Script RELEASE = Script.of("""
            if redis.call('GET', KEYS[2]) == 'L' .. ARGV[1] then redis.call('DEL', KEYS[2]) end
            return 1
            """);

    /**
     * {@code ARGV}: head of the entry, its life in ms, its bytes, the condition, the id that {@code unchanged} means,
     * and the microseconds since 1970 after which the script refuses. Answers 1 if stored, 0 if the condition did not
     * hold, -1 if too late.
     */
    static final Script SET = Script.of(LEFT + STORE + """
            local time = redis.call('TIME')
            if time[1] * 1000000 + time[2] > tonumber(ARGV[6]) then return -1 end
            local function newer(offered, stored)
                for i = 1, 8 do
                    local a, b = string.byte(offered, i), string.byte(stored, i)
                    if a ~= b then return a > b end
                end
                return false
            end
            local there, holds = left() > 0, true
            if ARGV[4] == 'absent' then holds = not there end
            if ARGV[4] == 'present' then holds = there end
            if ARGV[4] == 'unchanged' then holds = there and redis.call('GETRANGE', KEYS[1], 0, 31) == ARGV[5] end
            if ARGV[4] == 'newer' and there then
                holds = newer(string.sub(ARGV[1], 33, 40), redis.call('GETRANGE', KEYS[1], 32, 39))
            end
            if not holds then return 0 end
            return store(ARGV[1], ARGV[2], ARGV[3])
            """);

    /** {@code ARGV}: life in ms. Answers what is left of it, 0 if there is no entry. */
    static final Script EXPIRE = Script.of(LEFT + TILL + """
            local ms, life = left(), tonumber(ARGV[1])
            if ms == 0 then return 0 end
            if life > ms and redis.call('GETRANGE', KEYS[1], 40, 40) == 'C' then return ms end
            local ends, stored = till(life)
            redis.call('PEXPIREAT', KEYS[1], ends)
            redis.call('SETRANGE', KEYS[1], 41, stored)
            return life
            """);

    /** Answers 1 if it removed a live entry. */
    static final Script REMOVE = Script.of(LEFT + VOID + """
            local ms = left()
            redis.call('UNLINK', KEYS[1])
            void(KEYS[2])
            return ms > 0 and 1 or 0
            """);

    /** The first half of a removal; {@code KEYS[1]} is the guard, the only key. */
    static final Script VOID_GUARD = Script.of(LEFT + VOID + """
            void(KEYS[1])
            return 0
            """);

    /** The second half; {@code KEYS[1]} is the entry, the only key. Answers 1 if it removed a live entry. */
    static final Script REMOVE_ENTRY = Script.of(LEFT + """
            local ms = left()
            redis.call('UNLINK', KEYS[1])
            return ms > 0 and 1 or 0
            """);

    /** Answers 1 if there is a live entry; {@code KEYS[1]} is the only key. */
    static final Script LIVE = Script.of(LEFT + """
            return left() > 0 and 1 or 0
            """);

    /** Answers the kind of the guard or nothing, entry and ms left. */
    static final Script INSPECT = Script.of(LEFT + """
            local guard = redis.call('GET', KEYS[2])
            local ms = left()
            return {guard and string.sub(guard, 1, 1) or '', ms > 0 and redis.call('GET', KEYS[1]), ms}
            """);

    private StoreScripts() {}
}
