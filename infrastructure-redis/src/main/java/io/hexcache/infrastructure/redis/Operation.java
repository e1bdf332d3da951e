package io.hexcache.infrastructure.redis;

import io.hexcache.domain.key.KeySelection;

/**
 * What a caller wants, for messages.
 *
 * @param subject what it is about; its text is made only when something fails
 * @param effect what it means for the server when no reply comes
 */
record Operation(String verb, Object subject, Effect effect) {

    static Operation read(String verb, Object subject) {
        return new Operation(verb, subject, Effect.NONE);
    }

    static Operation read(String verb, KeySelection selection) {
        return new Operation(verb, named(selection), Effect.NONE);
    }

    static Operation change(String verb, Object subject) {
        return new Operation(verb, subject, Effect.ANY_TIME);
    }

    static Operation change(String verb, KeySelection selection) {
        return new Operation(verb, named(selection), Effect.ANY_TIME);
    }

    static Operation changeInTime(String verb, Object subject) {
        return new Operation(verb, subject, Effect.IN_TIME);
    }

    /** A selection can name thousands of keys, which no message should. */
    private static Object named(KeySelection selection) {
        return switch (selection) {
            case KeySelection.Keys(var keys) -> keys.size() == 1 ? keys.iterator().next() : keys.size() + " keys";
            case KeySelection.Tagged(var tags) -> tags.size() == 1 ? "tag " + tags : tags.size() + " tags";
            case KeySelection.Matching(var pattern) -> "pattern " + pattern;
            case KeySelection.StartingWith(var prefix) -> "prefix " + prefix;
            case KeySelection.Within(var namespace) -> "namespace " + namespace;
            case KeySelection.Cleared(var namespace) -> "namespace " + namespace;
            case KeySelection.Everything _ -> "everything";
        };
    }

    /** Whether a refusal is a failed write. */
    boolean isChange() {
        return effect != Effect.NONE;
    }

    /** What to tell a caller who got no reply. */
    String hint() {
        return effect.hint();
    }

    @Override
    public String toString() {
        return verb + " " + subject;
    }
}
