package io.hexcache.infrastructure.redis;

import java.nio.file.Path;
import java.util.Optional;

/** Whether connections are encrypted, and how it is made sure that the right server is at the other end. */
public sealed interface RedisTls {

    /** Plain TCP. */
    record Off() implements RedisTls {}

    /**
     * Encrypted; the certificate has to be signed by an authority that is trusted, and for the host of the address.
     *
     * @param authorities a PEM file with the certificates of the authorities; those of the JDK if there is none
     */
    record Verified(Optional<Path> authorities) implements RedisTls {}

    /** Encrypted, with whoever answers. */
    record Unverified() implements RedisTls {}
}
