package io.hexcache.infrastructure.jdbc;

/** What changes of the journal use. */
interface JournalTransaction {

    /** The tables, which it changes. */
    JournalTables tables();

    /** How many rows there are, this transaction included. */
    Counts counts();

    /** How many there are from now on. */
    void counts(Counts now);
}
