package io.hexcache.bootstrap.configuration;

import java.util.Optional;

/**
 * What a setting can be: reads the text that the operator wrote.
 *
 * @param <T> what the service works with
 */
interface ValueType<T> {

    /** The value that the text stands for; empty if it is not legal. */
    Optional<T> read(String text);

    /** What is legal, as the end of the sentence "it must be ...". */
    String legal();

    /** The text as it can be shown in an error. */
    default String shown(String text) {
        return Shown.quoted(text);
    }
}
