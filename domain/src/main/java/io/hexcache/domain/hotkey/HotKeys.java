package io.hexcache.domain.hotkey;

import java.util.List;

/**
 * The keys that were read most often in one window.
 *
 * @param keys the hottest first
 * @param reads reads of all hot keys in the window, while they were hot
 * @param missed how many of them came while another thread changed the list, and are in no key's number
 * @param sampling of how many reads one was counted (and taken for so many) at the end of the window; 1 is every one
 */
public record HotKeys(List<HotKey> keys, long reads, long missed, long sampling) {

    /** Keeps its own copy. */
    public HotKeys {
        keys = List.copyOf(keys);
    }
}
