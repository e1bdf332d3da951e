package io.hexcache.bootstrap.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValueFactory;
import io.hexcache.domain.policy.PolicyField;
import io.hexcache.domain.policy.PolicyValues;
import io.hexcache.domain.policy.Profile;
import java.util.Locale;
import java.util.Optional;

/** What a profile says instead of the defaults that the service brings along. */
final class ProfileDefaults {

    private ProfileDefaults() {}

    /** The defaults, and what the profile that is given says before them. */
    static Config under(Config given, Config defaults) {
        return Settings.read(given.withFallback(defaults), KnownSettings.PROFILE).map(profile -> said(profile)
                .withFallback(defaults)).orElse(defaults);
    }

    private static Config said(Profile profile) {
        PolicyValues said = profile.said();
        String origin = "profile " + ProfileNames.of(profile);
        Config ttl = one(NamespaceSettings.TTL, said.get(PolicyField.TTL).map(DurationText::write), origin);
        return ttl.withFallback(one(NamespaceSettings.L1_MAX_ENTRIES, said.get(PolicyField.L1_MAX_ENTRIES).map(
                String::valueOf), origin)).withFallback(one(NamespaceSettings.COMPRESSION, said
                        .get(
                                PolicyField.COMPRESSION)
                        .map(compression -> compression.name().toLowerCase(Locale.ROOT)),
                        origin));
    }

    private static Config one(Setting<?> setting, Optional<String> text, String origin) {
        return ConfigValueFactory.fromAnyRef(text.orElseThrow(), origin).atPath(setting.within(
                NamespaceSettings.DEFAULTS).path());
    }
}
