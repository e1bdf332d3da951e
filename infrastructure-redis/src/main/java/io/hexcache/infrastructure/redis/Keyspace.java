package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.CounterKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of everything in Redis, in UTF-8:
 *
 * <pre>
 * prefix:{rendered key}       the entry: a string, see StoredLayout, with its life
 * prefix:{rendered key}:g     its guard: a string, see StoreScripts, with the life of a token
 * prefix:{rendered counter}   a counter: a hash, see CounterScripts, with its life if it has one
 * prefix:{rendered counter}:o the outcomes of its latest changes: a hash, for two minutes
 * prefix:{rendered counter}:p those of the changes before: a hash
 * prefix:tag:{name of tag}    the keys that carry a tag: see RedisTagIndex
 * prefix:stamps:{register}    stamps of tags and namespaces: a sorted set, see StampScripts
 * prefix:state:{register}     what belongs to them: a hash, see StampScripts
 * prefix:heads:{register}     the heads of the bus: a hash, see BusScripts
 * prefix:changes:{register}   the messages of the bus, where a stream keeps them: see RedisStreamBus
 * prefix:probe                what ping writes: a string, for some seconds
 * prefix:changes              the channel of the bus; the messages are those of MessageCodec
 * prefix:changes:{register}   the channel of the bus in a cluster
 * </pre>
 *
 * What stands in braces decides the slot in a cluster, so an entry and its guard share one, a counter and its outcomes,
 * and the stamps, the heads and the stream. Braces inside are escaped, and so is the percent sign that escapes them. A
 * rendered counter begins with a character that no rendered key begins with.
 */
final class Keyspace {

    /** What a name in Redis stands for. */
    record Name(CacheKey key, boolean isGuard) {}

    private static final String GUARD = ":g";

    private final String prefix;
    private final Pattern names;

    Keyspace(String prefix) {
        this.prefix = prefix;
        this.names = Pattern.compile(Pattern.quote(prefix) + ":\\{([^{}]*)}(" + GUARD + ")?", Pattern.DOTALL);
    }

    byte[] entry(CacheKey key) {
        return utf8(entryName(key));
    }

    byte[] guard(CacheKey key) {
        return utf8(entryName(key) + GUARD);
    }

    List<byte[]> entryAndGuard(CacheKey key) {
        return List.of(entry(key), guard(key));
    }

    byte[] counter(CounterKey key) {
        return utf8(name(key.render()));
    }

    /** The counter, its latest outcomes and those before. */
    List<byte[]> counterAndOutcomes(CounterKey key) {
        String counter = name(key.render());
        return List.of(utf8(counter), utf8(counter + ":o"), utf8(counter + ":p"));
    }

    /** The stamps and their state. */
    List<byte[]> register() {
        return List.of(utf8(prefix + ":stamps:{register}"), utf8(prefix + ":state:{register}"));
    }

    byte[] heads() {
        return utf8(prefix + ":heads:{register}");
    }

    /** The heads, and the stream of the messages. */
    List<byte[]> headsAndStream() {
        return List.of(heads(), stream());
    }

    byte[] stream() {
        return utf8(prefix + ":changes:{register}");
    }

    byte[] tag(Tag tag) {
        return utf8(prefix + ":tag:{" + escaped(tag.name()) + "}");
    }

    byte[] probe() {
        return utf8(prefix + ":probe");
    }

    byte[] channel() {
        return utf8(prefix + ":changes");
    }

    byte[] shardedChannel() {
        return utf8(prefix + ":changes:{register}");
    }

    /** A pattern for SCAN that takes every entry and guard whose rendered key begins so, and little else. */
    byte[] scanPattern(String beginning) {
        return utf8(KeyPattern.quote(prefix + ":{" + escaped(beginning)) + "*");
    }

    /** The entry or guard of that name; nothing if the name is not one that this class makes. */
    Optional<Name> parse(byte[] name) {
        Matcher parts = names.matcher(new String(name, StandardCharsets.UTF_8));
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Name parsed = new Name(CacheKey.parse(unescaped(parts.group(1))), parts.group(2) != null);
            byte[] made = parsed.isGuard() ? guard(parsed.key()) : entry(parsed.key());
            return Arrays.equals(made, name) ? Optional.of(parsed) : Optional.empty();
        } catch (InvalidKeyException foreign) {
            return Optional.empty();
        }
    }

    private String entryName(CacheKey key) {
        return name(key.render());
    }

    private String name(String rendered) {
        return prefix + ":{" + escaped(rendered) + "}";
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("{", "%7B").replace("}", "%7D");
    }

    private static String unescaped(String text) {
        return text.replace("%7D", "}").replace("%7B", "{").replace("%25", "%");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
