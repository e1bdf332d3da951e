package io.hexcache.contract;

/** The contract of a codec that tells the shapes of values by a fingerprint. */
public abstract class ShapedValueCodecContract extends ValueCodecContract implements CodecShapeTests {}
