package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.TagMember;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The members of one tag, in the order in which they expire. */
final class TagMembers {

    private record Member(CacheKey key, long mark, long deadline) implements Comparable<Member> {

        @Override
        public int compareTo(Member other) {
            long later = deadline - other.deadline;
            return later == 0 ? Long.compare(mark, other.mark) : Long.signum(later);
        }
    }

    private final Map<CacheKey, Member> byKey = new HashMap<>();
    private final TreeSet<Member> byDeadline = new TreeSet<>();

    synchronized void add(CacheKey key, long mark, long deadline) {
        Member listed = byKey.get(key);
        long later = deadline;
        if (listed != null) {
            byDeadline.remove(listed);
            later = listed.deadline - deadline > 0 ? listed.deadline : deadline;
        }
        Member member = new Member(key, mark, later);
        byKey.put(key, member);
        byDeadline.add(member);
    }

    synchronized List<TagMember> first(int limit, long now) {
        dropExpired(now);
        return byDeadline.stream().limit(limit).map(member -> new TagMember(member.key, member.mark)).toList();
    }

    synchronized void removeUnchanged(Collection<TagMember> members) {
        for (TagMember read : members) {
            Member listed = byKey.get(read.key());
            if (listed != null && listed.mark == read.mark()) {
                byKey.remove(read.key());
                byDeadline.remove(listed);
            }
        }
    }

    synchronized int size(long now) {
        dropExpired(now);
        return byKey.size();
    }

    private void dropExpired(long now) {
        while (!byDeadline.isEmpty() && byDeadline.first().deadline - now <= 0) {
            byKey.remove(byDeadline.removeFirst().key);
        }
    }
}
