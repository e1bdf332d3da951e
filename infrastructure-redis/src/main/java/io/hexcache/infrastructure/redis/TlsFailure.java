package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says in one line why TLS did not come about, and the way out. */
final class TlsFailure {

    private static final String WRONG_PORT = "write redis instead of rediss, or name its tls-port";

    private TlsFailure() {}

    static CacheConnectionException translated(RedisAddress address, IOException failure) {
        return new CacheConnectionException("cannot use redis at %s: %s".formatted(address, reason(address, failure)),
                failure);
    }

    private static String reason(RedisAddress address, IOException failure) {
        if (has(failure, SocketTimeoutException.class::isInstance)) {
            return "it takes connections but does not answer in TLS; it hangs, or this is its port without TLS: "
                    + WRONG_PORT;
        }
        if (has(failure, cause -> cause instanceof CertificateExpiredException
                || cause instanceof CertificateNotYetValidException || text(cause).contains("validity check"))) {
            return "its certificate has expired or is not valid yet; renew it, or set the clock";
        }
        if (has(failure, cause -> cause instanceof CertPathBuilderException
                || cause instanceof CertPathValidatorException)) {
            return "its certificate is signed by no authority that we trust; name the PEM file of its authority in the"
                    + " setting redis.tls.ca";
        }
        Optional<Throwable> certificate = chain(failure).filter(CertificateException.class::isInstance).findFirst();
        if (certificate.isPresent()) {
            return "its certificate is not for the host %s (%s); connect by a name that stands in it".formatted(address
                    .host(), text(certificate.get()));
        }
        if (text(failure).startsWith("Received fatal alert")) {
            return "it ends the TLS handshake (%s)".formatted(text(failure));
        }
        return "it does not speak TLS there (%s); %s".formatted(Failures.rootMessage(failure), WRONG_PORT);
    }

    private static boolean has(Throwable failure, Predicate<Throwable> cause) {
        return chain(failure).anyMatch(cause);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static String text(Throwable failure) {
        return Failures.message(failure);
    }
}
