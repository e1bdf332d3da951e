package io.hexcache.domain.key;

/**
 * The name of one counter. Counters are a kind of their own: they are rendered {@code #count:namespace:name}, and since
 * no namespace begins so, a counter and an entry never have one name, and no pattern, prefix or selection of entries
 * ever finds a counter.
 *
 * @param name legal Unicode without control characters, not blank; the rendered key takes at most
 *            {@link CacheKey#MAX_BYTES}
 */
public record CounterKey(Namespace namespace, String name) {

    private static final String PREFIX = "#count:";

    /**
     * Checks the name; throws {@link io.hexcache.domain.error.InvalidKeyException} with the rule that it breaks.
     */
    public CounterKey {
        int rest = PREFIX.length() + namespace.name().length() + ":".length();
        Text.check("counter name", name, CacheKey.MAX_BYTES - rest);
    }

    /** The one text that stands for this counter everywhere. */
    public String render() {
        return PREFIX + namespace.name() + ":" + name;
    }

    @Override
    public String toString() {
        return render();
    }
}
