package io.hexcache.infrastructure.jackson;

/** One way to make bytes fewer. */
interface Packing {

    /** The same in other bytes, which need not be fewer. */
    Slice pack(Slice plain);

    /**
     * What was packed.
     *
     * @param size of what was packed, which has been found plausible
     * @throws UnreadableEnvelopeException if it is not exactly so long, or nothing that was packed
     */
    byte[] unpack(Slice packed, int size) throws UnreadableEnvelopeException;

    /** How many bytes one packed byte can stand for. */
    int mostPerByte();
}
