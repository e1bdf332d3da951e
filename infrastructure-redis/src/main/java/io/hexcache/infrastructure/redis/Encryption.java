package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Puts TLS over connected sockets, as the settings say, or leaves them as they are. */
final class Encryption {

    /** Has the JDK compare the host that was dialed with the names in the certificate, see RFC 2818, section 3.1. */
    private static final String HOST_IS_CHECKED = "HTTPS";

    private final Optional<SSLContext> context;
    private final boolean verified;

    private Encryption(Optional<SSLContext> context, boolean verified) {
        this.context = context;
        this.verified = verified;
    }

    /** Throws {@link CacheConfigurationException} if the file of authorities cannot be used. */
    static Encryption of(RedisTls tls) {
        return switch (tls) {
            case RedisTls.Off _ -> new Encryption(Optional.empty(), false);
            case RedisTls.Unverified _ -> new Encryption(Optional.of(context(new TrustManager[]{
                    new TrustInAnybody()})), false);
            case RedisTls.Verified(var pem) -> new Encryption(Optional.of(context(pem.map(Encryption::trustIn).orElse(
                    null))), true);
        };
    }

    private static SSLContext context(TrustManager @Nullable [] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust, null);
            return context;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static TrustManager[] trustIn(Path pem) {
        try (InputStream file = Files.newInputStream(pem)) {
            Collection<? extends Certificate> authorities = CertificateFactory.getInstance("X.509")
                    .generateCertificates(file);
            if (authorities.isEmpty()) {
                throw unusable(pem, "it holds no certificate", new IOException("empty"));
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate authority : authorities) {
                store.setCertificateEntry("authority-" + store.size(), authority);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (IOException unreadable) {
            throw unusable(pem, "it cannot be read (" + unreadable.getClass().getSimpleName() + ")", unreadable);
        } catch (GeneralSecurityException notCertificates) {
            throw unusable(pem, "it is not made of certificates", notCertificates);
        }
    }

    private static CacheConfigurationException unusable(Path pem, String reason, Exception cause) {
        return new CacheConfigurationException(
                "cannot use the file %s of certificate authorities for redis: %s; name a PEM file that begins with"
                        .formatted(pem, reason) + " -----BEGIN CERTIFICATE-----",
                cause);
    }

    /**
     * The socket to talk through. To close it without a wait, close the connected one: TLS writes a goodbye first.
     *
     * @param connected with a timeout for reads, which holds for the handshake too
     */
    Socket over(Socket connected, RedisAddress address) throws IOException {
        if (context.isEmpty()) {
            return connected;
        }
        SSLSocket secured = (SSLSocket) context.get().getSocketFactory().createSocket(connected, address.host(), address
                .port(), true);
        if (verified) {
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm(HOST_IS_CHECKED);
            secured.setSSLParameters(parameters);
        }
        secured.startHandshake();
        return secured;
    }
}
