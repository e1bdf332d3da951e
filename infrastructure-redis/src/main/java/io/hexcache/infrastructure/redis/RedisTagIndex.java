package io.hexcache.infrastructure.redis;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.port.TagMember;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import redis.clients.jedis.Protocol.Command;

/**
 * The tag index on one Redis: for each tag a sorted set of rendered keys, scored by the time at which they expire,
 * which is their mark too. What has expired is taken off by whoever uses the tag next, and the set goes with its last
 * member.
 */
final class RedisTagIndex implements TagIndex {

    private static final int BATCH = 500;

    private final RedisNodes nodes;
    private final Keyspace keyspace;

    RedisTagIndex(RedisNodes nodes, Keyspace keyspace) {
        this.nodes = nodes;
        this.keyspace = keyspace;
    }

    @Override
    public void add(Set<Tag> tags, CacheKey key, Duration ttl) {
        byte[] member = Replies.argument(key.render());
        byte[] micros = Replies.argument(TimeUnit.MILLISECONDS.toMicros(ttl.toMillis()));
        nodes.calls(Operation.change("list under its tags", key), tags.stream()
                .map(tag -> call(TagScripts.ADD, tag, member, micros)).toList());
    }

    @Override
    public List<TagMember> members(Tag tag, int limit) {
        TagPage page = page(tag, limit);
        while (!page.foreign().isEmpty()) {
            // Nobody can ever use these, and left in place they would make a page short that is not the last one.
            nodes.call(Operation.change("take foreign members off tag", tag), Call.of(Command.ZREM, Stream.concat(Stream
                    .of(keyspace.tag(tag)), page.foreign().stream()).toArray(byte[][]::new)));
            page = page(tag, limit);
        }
        return page.members();
    }

    private TagPage page(Tag tag, int limit) {
        return TagPage.of(Replies.list(nodes.call(Operation.read("members of tag", tag), call(TagScripts.MEMBERS, tag,
                Replies.argument(limit)))));
    }

    @Override
    public void removeUnchanged(Tag tag, Collection<TagMember> members) {
        List<TagMember> all = List.copyOf(members);
        for (int from = 0; from < all.size(); from += BATCH) {
            byte[][] arguments = all.subList(from, Math.min(from + BATCH, all.size())).stream()
                    .flatMap(member -> List.of(Replies.argument(member.key().render()), Replies.argument(member.mark()))
                            .stream())
                    .toArray(byte[][]::new);
            nodes.call(Operation.change("take members off tag", tag),
                    call(TagScripts.REMOVE_UNCHANGED, tag, arguments));
        }
    }

    @Override
    public long size(Tag tag) {
        return Replies.number(nodes.call(Operation.read("size of tag", tag), call(TagScripts.SIZE, tag)));
    }

    private Call call(Script script, Tag tag, byte[]... arguments) {
        return Call.of(script, List.of(keyspace.tag(tag)), arguments);
    }
}
