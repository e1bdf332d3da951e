package io.hexcache.contract;

import io.hexcache.domain.port.ValueCodec;

/** The honest codec passes the suite, so that what the suite says of the others is about their fault. */
final class TinyCodecTest extends ValueCodecContract {

    @Override
    public ValueCodec codec() {
        return new TinyCodec();
    }

    @Override
    public byte[] inUnknownVersion(byte[] encoded) {
        return TinyCodec.inVersion(2, encoded);
    }
}
