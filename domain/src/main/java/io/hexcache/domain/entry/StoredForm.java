package io.hexcache.domain.entry;

import io.hexcache.domain.error.CacheConfigurationException;

/**
 * In what form a store gets a value. It is for the writer only: what is stored says itself in which form it is, so a
 * namespace can change its form while it is in use.
 *
 * @param format how the value is written (JSON)
 * @param compression how it is made smaller (not at all)
 * @param compressAbove bytes of a written value up to which that is not even tried (1 KiB); 0 or more
 */
public record StoredForm(ValueFormat format, Compression compression, int compressAbove) {

    /** What holds if nothing was said. */
    public static final StoredForm DEFAULT = new StoredForm(ValueFormat.JSON, Compression.NONE, 1 << 10);

    /** Checks the number of bytes. */
    public StoredForm {
        if (compressAbove < 0) {
            throw new CacheConfigurationException("compress-above is " + compressAbove
                    + "; it must be a number of bytes, 0 or more");
        }
    }

    /** The same in this format. */
    public StoredForm as(ValueFormat newFormat) {
        return new StoredForm(newFormat, compression, compressAbove);
    }

    /** The same, made smaller like this. */
    public StoredForm with(Compression newCompression) {
        return new StoredForm(format, newCompression, compressAbove);
    }
}
