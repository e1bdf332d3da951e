package io.hexcache.bootstrap.node;

import io.hexcache.domain.port.WriteBehindJournal;
import io.hexcache.infrastructure.jdbc.JournalFiles;
import io.hexcache.infrastructure.jdbc.JournalSettings;

/** A journal in a folder of this node. */
record FolderJournal(JournalSettings settings) implements JournalPlace {

    @Override
    public WriteBehindJournal open() {
        return JournalFiles.open(settings);
    }

    @Override
    public String kind() {
        return "SQLite";
    }
}
