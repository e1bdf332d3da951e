package io.hexcache.infrastructure.jackson;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;

/** One way to write values. */
interface PayloadFormat {

    /** The value as bytes; throws what Jackson throws. */
    Slice write(Object value);

    /** Whether these bytes stand for null, which is no value. */
    boolean isNull(Slice written);

    /** The value of the reader's type in these bytes; throws what Jackson throws. */
    @Nullable
    Object read(Slice written, ObjectReader reader);
}
