package io.hexcache.domain.tier;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.key.ReservedTags;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Listing;
import io.hexcache.domain.port.SchemaMigration;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.port.ValueCodec;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The ports that make up L2. */
public record RemotePorts(CacheStore store, TagIndex tagIndex, ValueCodec codec) {

    /** The same, with a codec that reads these earlier shapes too. */
    RemotePorts migrating(List<SchemaMigration> migrations) {
        return new RemotePorts(store, tagIndex, codec.migrating(migrations));
    }

    /**
     * Lists the entry under its tags; to be done before the entry is stored, so that no stored entry is unlisted. It is
     * stored later than it is listed, and so must be listed for longer than it lives: by the life of a lease, after
     * which a fill is refused.
     */
    void index(CacheEntry<?> entry) {
        Listing listing = listing(entry);
        if (!listing.tags().isEmpty()) {
            tagIndex.add(listing.tags(), listing.key(), listing.ttl());
        }
    }

    /** As {@link #index}, for many entries in one round trip. */
    void indexAll(Collection<? extends CacheEntry<?>> entries) {
        List<Listing> listings = entries.stream().map(RemotePorts::listing).filter(listing -> !listing.tags().isEmpty())
                .toList();
        if (!listings.isEmpty()) {
            tagIndex.addAll(listings);
        }
    }

    private static Listing listing(CacheEntry<?> entry) {
        Set<Tag> listed = entry.tags().stream().filter(ReservedTags::isListed).collect(Collectors.toSet());
        return new Listing(listed, entry.key(), entry.life().plus(CacheStore.TOKEN_LIFE));
    }
}
