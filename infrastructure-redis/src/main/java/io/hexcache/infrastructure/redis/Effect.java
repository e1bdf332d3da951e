package io.hexcache.infrastructure.redis;

/** What a request without a reply may have done, or may do yet. */
enum Effect {

    /** Nothing that matters. */
    NONE(""),

    /** A change, now or at any time. */
    ANY_TIME("; it may still take effect"),

    /** A change, until now. */
    IN_TIME("; it has taken effect by now, or never will");

    private final String hint;

    Effect(String hint) {
        this.hint = hint;
    }

    /** What to tell a caller who got no reply. */
    String hint() {
        return hint;
    }
}
