package io.hexcache.infrastructure.redis;

import java.util.List;

/** What one caller wants of the server in one round trip. */
sealed interface Wanted {

    /** What stands under a name, and the time; answered with the bytes or null, and the reply to TIME. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Read(byte[] name) implements Wanted {}

    /** These calls; answered with a reply for each. */
    record Calls(List<Call> calls) implements Wanted {}
}
