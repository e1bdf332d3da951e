package io.hexcache.example.catalog.product;

import static java.util.stream.Collectors.toSet;

import io.hexcache.domain.Cache;
import io.hexcache.domain.Caches;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.strategy.CacheDefinition;
import java.util.List;
import java.util.Set;

/** The cached lists of products by category, each under its category's name and tag. */
public final class CategoryLists {

    private static final String NAMESPACE = "catalog.category";

    private final Caches caches;
    private final Cache<CategoryListing> lists;

    /** Declares the namespace, read through from this repository. */
    public CategoryLists(Caches caches, ProductRepository repository) {
        this.caches = caches;
        this.lists = caches.declare(CacheDefinition.of(NAMESPACE, CategoryListing.class).withSource(new CategorySource(
                repository)).withTags(listing -> Set.of(tag(listing.category()))));
    }

    /** What is in the category; absent if no product is. What cannot be a category is not even looked for. */
    public Lookup<CategoryListing> find(String category) {
        return ProductRules.isCategory(category) ? lists.get(category) : new Lookup.Absent<>(Tier.SOURCE);
    }

    /**
     * Drops what is cached of these categories, after a change of their products.
     *
     * @param soFar how far the change had come before
     * @return how far it has come now
     */
    Completion changed(Set<String> categories, Completion soFar) {
        // The tag reaches whatever was made of the category, in any namespace. The key reaches what carries no tag: a
        // list that is being loaded right now, and the knowledge that there is no such category.
        KeySelection tagged = new KeySelection.Tagged(categories.stream().map(CategoryLists::tag).collect(toSet()));
        KeySelection named = new KeySelection.Keys(categories.stream().map(lists::key).collect(toSet()));
        List<Completion> steps = List.of(soFar, caches.invalidate(tagged).completion(), caches.invalidate(named)
                .completion());
        return steps.contains(Completion.DEFERRED) ? Completion.DEFERRED : Completion.COMPLETE;
    }

    private static Tag tag(String category) {
        return new Tag("category:" + category);
    }
}
