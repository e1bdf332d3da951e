package io.hexcache.infrastructure.jackson;

import io.hexcache.contract.ShapedValueCodecContract;
import io.hexcache.domain.port.ValueCodec;

class JacksonValueCodecContractTest extends ShapedValueCodecContract {

    private final ValueCodec codec = new JacksonValueCodec();

    @Override
    public ValueCodec codec() {
        return codec;
    }

    @Override
    public byte[] inUnknownVersion(byte[] encoded) {
        return Resealed.after(encoded, bytes -> bytes.put(Resealed.VERSION_AT, (byte) (Envelope.VERSION + 1)));
    }
}
