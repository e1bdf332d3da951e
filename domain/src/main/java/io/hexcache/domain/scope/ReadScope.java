package io.hexcache.domain.scope;

import java.util.Optional;

/** What the calling thread reads for. */
public sealed interface ReadScope permits RequestScope, LoadScope {

    /** Whether it reads for anything in particular; all that a read outside of scopes pays for. */
    static boolean isOpen() {
        return Current.SCOPE.isBound();
    }

    /** What it reads for, if for anything in particular. */
    static Optional<ReadScope> current() {
        return Current.SCOPE.isBound() ? Optional.of(Current.SCOPE.get()) : Optional.empty();
    }
}
