package io.hexcache.infrastructure.redis;

/**
 * What the bus does in one atomic step. {@code KEYS[1]} is a hash with a field for each origin, {@code
 * node:incarnation}, which holds four whole numbers with spaces between them: number of its last message, count of its
 * last beat, 1 if it has left and else 0, and the microseconds since 1970 at which it was last heard, by the clock of
 * the server.
 *
 * <p>
 * Each script begins with a change that changes nothing, since a server whose memory is full judges the first change
 * of a script only, and changes should be announced then too. It must not remove the key: while a slot of a cluster
 * moves, a key that is not there belongs to the other server.
 */
final class BusScripts {

    /** {@code ARGV[1]} is the field of the caller. */
    private static final String OWN_LINE = """
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local function parsed(line)
                local head, beat, left, heard = string.match(line or '', '^(%d+) (%d+) ([01]) (%d+)$')
                return tonumber(head or '0'), tonumber(beat or '0'), left or '0', tonumber(heard or '0')
            end
            local function write(head, beat, left)
                redis.call('PERSIST', KEYS[1])
                redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f %.0f %s %.0f', head, beat, left, now))
            end
            local head, beat = parsed(redis.call('HGET', KEYS[1], ARGV[1]))
            """;

    /**
     * {@code ARGV}: field, told, channel, and the message up to its sequence and behind it. Answers the sequence.
     */
    static final Script ANNOUNCE = Script.of(OWN_LINE + """
            local sequence = math.max(head, tonumber(ARGV[2])) + 1
            write(sequence, beat, '0')
            redis.call('PUBLISH', ARGV[3], ARGV[4] .. struct.pack('>I8', sequence) .. ARGV[5])
            return sequence
            """);

    /**
     * {@code KEYS[2]} is a stream that keeps the messages, see RedisStreamBus. {@code ARGV}: field, told, how many
     * entries the stream keeps at least, and the message up to its sequence and behind it. Answers the sequence.
     */
    static final Script ANNOUNCE_KEPT = Script.of(OWN_LINE + """
            local sequence = math.max(head, tonumber(ARGV[2])) + 1
            write(sequence, beat, '0')
            local message = ARGV[4] .. struct.pack('>I8', sequence) .. ARGV[5]
            redis.call('XADD', KEYS[2], 'MAXLEN', '~', ARGV[3], '*', 'm', message)
            return sequence
            """);

    /**
     * {@code KEYS[1]} is the stream, {@code ARGV[1]} about how many entries it keeps. Answers the id of an entry that
     * says nothing but that somebody listens from here on.
     */
    static final Script ENTER = Script.of("""
            redis.call('XTRIM', KEYS[1], 'MAXLEN', '~', ARGV[1])
            return redis.call('XADD', KEYS[1], '*', 'e', '')
            """);

    /** The same in a cluster. Redis before 7.0 cannot keep a message to the servers of a slot, and tells all. */
    static final Script ANNOUNCE_SHARDED = Script.of(OWN_LINE + """
            local sequence = math.max(head, tonumber(ARGV[2])) + 1
            write(sequence, beat, '0')
            local message = ARGV[4] .. struct.pack('>I8', sequence) .. ARGV[5]
            local sent = redis.pcall('SPUBLISH', ARGV[3], message)
            if type(sent) == 'table' and sent.err then redis.call('PUBLISH', ARGV[3], message) end
            return sequence
            """);

    /** {@code ARGV}: field, told, count, silence in microseconds. Answers for each origin its field and its line. */
    static final Script EXCHANGE = Script.of(OWN_LINE + """
            write(math.max(head, tonumber(ARGV[2])), tonumber(ARGV[3]), '0')
            local lines, heads = redis.call('HGETALL', KEYS[1]), {}
            for i = 1, #lines, 2 do
                local _, _, _, heard = parsed(lines[i + 1])
                if now - heard > tonumber(ARGV[4]) then
                    redis.call('HDEL', KEYS[1], lines[i])
                else
                    heads[#heads + 1] = lines[i]
                    heads[#heads + 1] = lines[i + 1]
                end
            end
            return heads
            """);

    /** {@code ARGV}: field. */
    static final Script LEAVE = Script.of(OWN_LINE + """
            write(head, beat, '1')
            return 1
            """);

    private BusScripts() {}
}
