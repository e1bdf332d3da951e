package io.hexcache.domain.entry;

/** How a value is written. */
public enum ValueFormat {

    /** Text that people can read in the store. */
    JSON,

    /** The same in fewer bytes, which most languages can read. */
    MESSAGE_PACK
}
