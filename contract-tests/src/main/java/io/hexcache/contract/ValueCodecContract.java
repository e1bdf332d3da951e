package io.hexcache.contract;

/**
 * The contract of {@link io.hexcache.domain.port.ValueCodec}: what was written is read, and nothing else is. An adapter
 * extends this class in its tests, names its codec, and makes bytes of a version that the codec cannot know.
 */
public abstract class ValueCodecContract
        implements CodecRoundTripTests, CodecDistrustTests, CodecFormTests {}
