package io.hexcache.domain.existence;

import io.hexcache.domain.port.ExistenceFilter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A filter that makes no mistakes. */
final class SetFilter implements ExistenceFilter {

    private final Set<String> members = ConcurrentHashMap.newKeySet();

    @Override
    public void add(String identifier) {
        members.add(identifier);
    }

    @Override
    public boolean mayContain(String identifier) {
        return members.contains(identifier);
    }

    @Override
    public double falsePositiveRate() {
        return 0;
    }
}
