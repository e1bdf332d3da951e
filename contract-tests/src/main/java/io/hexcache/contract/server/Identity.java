package io.hexcache.contract.server;

import java.util.Map;

/** Who a server says that it is, in its INFO. */
final class Identity {

    private Identity() {}

    static String version(Map<String, String> info) {
        String valkey = info.get("valkey_version");
        return valkey == null ? info.getOrDefault("redis_version", "unknown") : "valkey-" + valkey;
    }

    static String runId(Map<String, String> info) {
        return info.getOrDefault("run_id", "unknown");
    }
}
