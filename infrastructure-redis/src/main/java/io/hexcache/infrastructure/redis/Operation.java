package io.hexcache.infrastructure.redis;

import io.hexcache.domain.key.KeySelection;

/**
 * What a caller wants, for messages.
 *
 * @param subject what it is about; its text is made only when something fails
 * @param isChange whether a refusal is a failed write
 */
record Operation(String verb, Object subject, boolean isChange) {

    static Operation read(String verb, Object subject) {
        return new Operation(verb, subject, false);
    }

    static Operation change(String verb, Object subject) {
        return new Operation(verb, subject, true);
    }

    /** A selection can name thousands of keys, which no message should. */
    static Operation change(String verb, KeySelection selection) {
        return new Operation(verb, switch (selection) {
            case KeySelection.Keys(var keys) -> keys.size() == 1 ? keys.iterator().next() : keys.size() + " keys";
            case KeySelection.Tagged(var tags) -> tags.size() == 1 ? "tag " + tags : tags.size() + " tags";
            case KeySelection.Matching(var pattern) -> "pattern " + pattern;
            case KeySelection.StartingWith(var prefix) -> "prefix " + prefix;
            case KeySelection.Within(var namespace) -> "namespace " + namespace;
        }, true);
    }

    @Override
    public String toString() {
        return verb + " " + subject;
    }
}
