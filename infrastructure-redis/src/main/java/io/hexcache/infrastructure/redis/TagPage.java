package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.TagMember;
import java.util.ArrayList;
import java.util.List;

/**
 * What one look at the set of a tag has found.
 *
 * @param foreign names under which this code stores nothing, or with a score that it never gives
 */
record TagPage(List<TagMember> members, List<byte[]> foreign) {

    /** Reads members and scores in turn. */
    static TagPage of(List<?> reply) {
        List<TagMember> members = new ArrayList<>(reply.size() / 2);
        List<byte[]> foreign = new ArrayList<>();
        for (int i = 0; i < reply.size(); i += 2) {
            byte[] name = Replies.bytes(reply.get(i));
            try {
                members.add(new TagMember(CacheKey.parse(Replies.text(name)), Replies.wholeScore(reply.get(i + 1))));
            } catch (InvalidKeyException | NumberFormatException unusable) {
                foreign.add(name);
            }
        }
        return new TagPage(members, foreign);
    }
}
