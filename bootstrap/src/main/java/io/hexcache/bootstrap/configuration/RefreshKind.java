package io.hexcache.bootstrap.configuration;

import com.typesafe.config.Config;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.policy.XFetch;
import java.util.Arrays;
import java.util.List;

/** What {@code refresh.mode} can be; share and beta are for one of them each. */
enum RefreshKind {
    NONE("none"), AHEAD("ahead"), XFETCH("xfetch"), STALE_WHILE_REVALIDATE("stale-while-revalidate");

    private final String word;

    RefreshKind(String word) {
        this.word = word;
    }

    static List<Choice<RefreshKind>> choices() {
        return Arrays.stream(values()).map(kind -> new Choice<>(kind.word, kind)).toList();
    }

    /** The mode in a configuration that has all three settings. */
    static RefreshMode read(Config said) {
        return switch (Settings.read(said, NamespaceSettings.REFRESH_MODE)) {
            case NONE -> new RefreshMode.None();
            case AHEAD -> new RefreshMode.Ahead(Settings.read(said, NamespaceSettings.REFRESH_SHARE));
            case XFETCH ->
                    new RefreshMode.Probabilistic(new XFetch(Settings.read(said, NamespaceSettings.REFRESH_BETA)));
            case STALE_WHILE_REVALIDATE -> new RefreshMode.WhileRevalidate();
        };
    }
}
