package io.hexcache.domain.invalidation;

import io.hexcache.domain.collection.InOrder;
import java.util.Map;

/**
 * Something that happened in the business, such as {@code user.updated} with {@code userId=7}.
 *
 * @param name 1 to 128 letters, digits or characters out of {@code _.:/$-}
 * @param attributes any values; what a rule makes of them is checked when it does
 */
public record DomainEvent(String name, Map<String, String> attributes) implements Occurrence {

    /** Checks the name. */
    public DomainEvent {
        OccurrenceName.check("an event", name);
        attributes = InOrder.copyOf(attributes);
    }

    @Override
    public String subject() {
        return "event " + name;
    }
}
