package io.hexcache.domain.tier;

import io.hexcache.domain.hotkey.HotKeyDetector;
import io.hexcache.domain.hotkey.HotKeySettings;
import io.hexcache.domain.hotkey.HotKeys;
import io.hexcache.domain.policy.KeyUse;
import io.hexcache.domain.time.Ticker;

/** How often the keys of a namespace are read and changed, in both tiers together. */
final class KeyUses {

    /** Changes are far fewer than reads; where the sketch is too narrow for them, ttls are rather too short. */
    private static final int CHANGE_COLUMNS = 1 << 10;

    private final HotKeyDetector reads;
    private final HotKeyDetector changes;

    KeyUses(long maxEntries, Ticker ticker) {
        this.reads = new HotKeyDetector(HotKeySettings.forEntries(maxEntries), ticker);
        this.changes = new HotKeyDetector(new HotKeySettings(HotKeySettings.DEFAULT.threshold(), HotKeySettings.DEFAULT
                .window(), CHANGE_COLUMNS, 1), ticker);
    }

    /** Counts a read; whether the key is popular. */
    boolean read(String identifier) {
        return reads.countAndTest(identifier);
    }

    /** Counts a hit in L1, of which there may be very many; for a caller who has read the clock already. */
    void hit(String identifier, long now) {
        reads.sample(identifier, now);
    }

    /** Whether the key was read often lately; counts nothing. */
    boolean isHot(String identifier) {
        return reads.isHot(identifier);
    }

    /** The keys that were read most often lately. */
    HotKeys hottest(int most) {
        return reads.top(most);
    }

    void changed(String identifier) {
        changes.countAndTest(identifier);
    }

    KeyUse of(String identifier) {
        return new KeyUse(reads.reads(identifier), changes.reads(identifier));
    }
}
