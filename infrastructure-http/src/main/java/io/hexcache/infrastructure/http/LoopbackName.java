package io.hexcache.infrastructure.http;

import java.net.InetAddress;
import java.util.Locale;

/** The names under which only this machine reaches the service. No name is ever looked up: DNS may lie. */
final class LoopbackName {

    private static final String LOCALHOST = "localhost";

    private LoopbackName() {}

    static boolean isOne(String name) {
        if (name.toLowerCase(Locale.ROOT).equals(LOCALHOST)) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(name).isLoopbackAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    static InetAddress resolve(String name) {
        return name.toLowerCase(Locale.ROOT).equals(LOCALHOST)
                ? InetAddress.getLoopbackAddress()
                : InetAddress.ofLiteral(name);
    }
}
