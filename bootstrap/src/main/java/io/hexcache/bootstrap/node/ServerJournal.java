package io.hexcache.bootstrap.node;

import io.hexcache.domain.port.WriteBehindJournal;
import io.hexcache.infrastructure.jdbc.PostgresJournals;
import io.hexcache.infrastructure.jdbc.PostgresSettings;

/** A journal on a server, under a name. */
record ServerJournal(PostgresSettings settings) implements JournalPlace {

    @Override
    public WriteBehindJournal open() {
        return PostgresJournals.open(settings);
    }

    @Override
    public String kind() {
        return "PostgreSQL, " + settings.name();
    }
}
