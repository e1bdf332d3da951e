package io.hexcache.domain.bus;

import io.hexcache.domain.key.KeySelection;

/**
 * What has changed.
 *
 * @param stamp what the register gave for a change by tags or of a whole namespace; {@link #UNSTAMPED} for one by keys
 *            or names, whose entries and guards were removed
 */
public record Change(KeySelection selection, long stamp) {

    /** Stands for no stamp; smaller than every stamp. */
    public static final long UNSTAMPED = 0;

    /** A change of entries that were removed. */
    public static Change of(KeySelection selection) {
        return new Change(selection, UNSTAMPED);
    }
}
