package io.hexcache.bootstrap.configuration;

import io.hexcache.domain.policy.Profile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the profiles are called in the configuration. */
final class ProfileNames {

    private ProfileNames() {}

    /** All of them, and {@code none}. */
    static List<Choice<Optional<Profile>>> choices() {
        Stream<Choice<Optional<Profile>>> none = Stream.of(new Choice<>("none", Optional.empty()));
        return Stream.concat(none, Arrays.stream(Profile.values())
                .map(profile -> new Choice<>(of(profile), Optional.of(profile)))).toList();
    }

    static String of(Profile profile) {
        return profile.name().toLowerCase(Locale.ROOT);
    }
}
