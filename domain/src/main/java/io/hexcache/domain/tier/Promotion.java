package io.hexcache.domain.tier;

/** Whether what a read finds in L2, or loads, is copied into L1. */
public enum Promotion {

    /** It is, as far as L1 takes it. */
    INTO_L1,

    /** It is not: L1 keeps what it has, and drops what a load replaces in L2. */
    NONE
}
