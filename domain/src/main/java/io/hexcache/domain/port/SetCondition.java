package io.hexcache.domain.port;

/** On what a {@link CacheStore#set} depends. Only live entries count. */
public sealed interface SetCondition {

    /** Whatever is there. */
    record Always() implements SetCondition {}

    /** Only if there is no entry. */
    record IfAbsent() implements SetCondition {}

    /** Only if there is an entry. */
    record IfPresent() implements SetCondition {}

    /** Only if the entry is exactly this one. */
    record IfUnchanged(Token entry) implements SetCondition {}

    /** Unless there is an entry of the same version or a later one. */
    record IfNewer() implements SetCondition {}
}
