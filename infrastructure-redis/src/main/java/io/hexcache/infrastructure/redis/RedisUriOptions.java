package io.hexcache.infrastructure.redis;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What stands behind the question mark of a {@link RedisUri}. */
record RedisUriOptions(Map<String, String> values) {

    private static final String VERIFY = "verify";
    private static final String SENTINEL_USER = "sentinel-user";
    private static final String SENTINEL_PASSWORD = "sentinel-password";

    static RedisUriOptions of(String query) {
        Map<String, String> values = new TreeMap<>();
        for (String option : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = option.indexOf('=');
            String name = option.substring(0, Math.max(0, equals));
            if (!name.equals(VERIFY) && !name.equals(SENTINEL_USER) && !name.equals(SENTINEL_PASSWORD)) {
                throw new RedisUriText.IllegalPart("behind the '?' stand options with '&' between them; there are"
                        + " verify=none, sentinel-user=..., sentinel-password=...");
            }
            if (values.put(name, RedisUriText.decoded(option.substring(equals + 1))) != null) {
                throw new RedisUriText.IllegalPart("the option %s stands there twice".formatted(name));
            }
        }
        return new RedisUriOptions(values);
    }

    RedisTls tls(boolean on) {
        String verify = values.get(VERIFY);
        if (verify == null) {
            return on ? new RedisTls.Verified(Optional.empty()) : new RedisTls.Off();
        }
        if (!on) {
            throw new RedisUriText.IllegalPart("the option verify is for TLS; write rediss instead of redis");
        }
        if (!verify.equals("none")) {
            throw new RedisUriText.IllegalPart("the option verify can only be none; without it certificates are"
                    + " verified");
        }
        return new RedisTls.Unverified();
    }

    /** What the sentinels ask for. */
    RedisCredentials sentinels() {
        String user = values.getOrDefault(SENTINEL_USER, "");
        String password = values.getOrDefault(SENTINEL_PASSWORD, "");
        if (!user.isEmpty() && password.isEmpty()) {
            throw new RedisUriText.IllegalPart("the option sentinel-user needs sentinel-password beside it");
        }
        return new RedisCredentials(user, password);
    }

    void refuseSentinels() {
        if (!sentinels().isNone()) {
            throw new RedisUriText.IllegalPart("the options of sentinels are for redis-sentinel://");
        }
    }
}
