package io.hexcache.domain.policy;

/** Which entries L1 takes. */
public enum AdmissionMode {

    /** Every one while there is room; once L1 is nearly full only those of popular keys. */
    ALL,

    /** Only those of popular keys, however much room there is: for namespaces whose keys are mostly read once. */
    POPULAR
}
