package io.hexcache.domain.invalidation;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.SelectionTemplate;
import io.hexcache.domain.key.Tag;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rules that say which entries an event of the business, or a change in a database, makes obsolete. Rules can be
 * added at any time, by any thread; several for one event add up.
 *
 * <p>
 * An event that lacks an attribute is refused as a whole, before anything is invalidated: no attribute is ever
 * replaced by a wildcard, and a blank one counts as lacking.
 */
public final class CacheInvalidationHandlers {

    private final Map<String, List<SelectionTemplate>> rules = new ConcurrentHashMap<>();
    private final Function<KeySelection, InvalidationResult> invalidation;

    /** No rules yet; what they select is invalidated by this function. */
    public CacheInvalidationHandlers(Function<KeySelection, InvalidationResult> invalidation) {
        this.invalidation = invalidation;
    }

    /** From now on, the event of this name makes obsolete what these templates select. */
    public void on(String event, SelectionTemplate... templates) {
        add(new DomainEvent(event, Map.of()).subject(), List.of(templates));
    }

    /**
     * From now on, each of these operations on a record of the table makes obsolete what these templates select. They
     * may ask for what {@link DataChange#attributes} has.
     */
    public void onChange(String table, Set<DataChange.Operation> operations, SelectionTemplate... templates) {
        OccurrenceName.check("a table", table);
        if (operations.isEmpty()) {
            throw new CacheConfigurationException("a rule for table " + table + " names no operation; give at least"
                    + " one of INSERT, UPDATE and DELETE");
        }
        for (SelectionTemplate template : templates) {
            Set<String> unknown = new HashSet<>(template.attributes());
            unknown.removeAll(DataChange.ATTRIBUTES);
            if (!unknown.isEmpty()) {
                throw new CacheConfigurationException("the rule '%s' for table %s asks for %s; a data change has %s"
                        .formatted(template, table, unknown, DataChange.ATTRIBUTES));
            }
        }
        operations.forEach(operation -> add(DataChange.subject(table, operation), List.of(templates)));
    }

    private void add(String subject, List<SelectionTemplate> templates) {
        if (templates.isEmpty()) {
            throw new CacheConfigurationException("the rule for " + subject + " has no template; give at least one");
        }
        rules.merge(subject, templates, (known, added) -> Stream.concat(known.stream(), added.stream()).toList());
    }

    /**
     * What has become obsolete, each once: the keys together, then the patterns, then the tags together; nothing when
     * no rule is for the occurrence. Throws {@link InvalidKeyException} with the attribute that is missing.
     */
    public Set<KeySelection> selections(Occurrence occurrence) {
        Set<CacheKey> keys = new HashSet<>();
        Set<Tag> tags = new HashSet<>();
        Set<KeySelection> selections = new LinkedHashSet<>();
        Set<KeySelection> byName = new LinkedHashSet<>();
        for (SelectionTemplate template : rules.getOrDefault(occurrence.subject(), List.of())) {
            switch (template.select(name -> attribute(occurrence, name, template))) {
                case KeySelection.Keys(var selected) -> keys.addAll(selected);
                case KeySelection.Tagged(var selected) -> tags.addAll(selected);
                case KeySelection.ByName selected -> byName.add(selected);
                case KeySelection.Cleared _, KeySelection.Everything _ -> throw new IllegalStateException(
                        "templates select keys, names and tags");
            }
        }
        if (!keys.isEmpty()) {
            selections.add(new KeySelection.Keys(keys));
        }
        selections.addAll(byName);
        if (!tags.isEmpty()) {
            selections.add(new KeySelection.Tagged(tags));
        }
        return selections;
    }

    private static String attribute(Occurrence occurrence, String name, SelectionTemplate template) {
        String value = occurrence.attributes().getOrDefault(name, "");
        if (value.isBlank()) {
            throw new InvalidKeyException(("%s has no attribute '%s', or a blank one, but its rule '%s' needs it;"
                    + " nothing was invalidated").formatted(occurrence.subject(), name, template));
        }
        return value;
    }

    /**
     * Invalidates what has become obsolete. The result adds up the counts, and is deferred when any part is; it is
     * complete with count 0 when no rule is for the occurrence.
     */
    public InvalidationResult handle(Occurrence occurrence) {
        InvalidationResult result = InvalidationResult.NOTHING;
        for (KeySelection selection : selections(occurrence)) {
            result = result.and(invalidation.apply(selection));
        }
        return result;
    }
}
