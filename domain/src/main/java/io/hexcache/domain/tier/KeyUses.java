package io.hexcache.domain.tier;

import io.hexcache.domain.hotkey.HotKeyDetector;
import io.hexcache.domain.hotkey.HotKeySettings;
import io.hexcache.domain.policy.KeyUse;
import io.hexcache.domain.time.Ticker;

/**
 * How often the keys of a namespace are read and changed. Reads that L1 answers are counted only where the ttl follows
 * the use; all others always.
 */
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

    void changed(String identifier) {
        changes.countAndTest(identifier);
    }

    KeyUse of(String identifier) {
        return new KeyUse(reads.reads(identifier), changes.reads(identifier));
    }
}
