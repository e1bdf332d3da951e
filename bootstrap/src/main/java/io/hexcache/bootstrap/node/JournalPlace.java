package io.hexcache.bootstrap.node;

import io.hexcache.bootstrap.configuration.KnownSettings;
import io.hexcache.bootstrap.configuration.PostgresUrl;
import io.hexcache.bootstrap.configuration.Settings;
import io.hexcache.bootstrap.configuration.StoragePlace;
import io.hexcache.bootstrap.configuration.WriteBehindKeys;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.port.WriteBehindJournal;
import io.hexcache.infrastructure.jdbc.JournalSettings;
import io.hexcache.infrastructure.jdbc.PostgresSettings;
import java.nio.file.Path;
import java.util.Optional;

/** Where the journal of a node is, as the settings say. */
sealed interface JournalPlace permits FolderJournal, ServerJournal {

    /** Opens it, for this node alone. */
    WriteBehindJournal open();

    /** What it is, for the health of the node. */
    String kind();

    static JournalPlace of(Settings settings) {
        int port = settings.get(KnownSettings.HTTP_PORT);
        long most = settings.get(WriteBehindKeys.MAX_RECORDS);
        Optional<StoragePlace> place = settings.get(KnownSettings.DATA_DIR);
        if (place.isEmpty()) {
            return new FolderJournal(new JournalSettings(DataFolder.of(Optional.empty(), port).journal(), most));
        }
        return switch (place.get()) {
            case StoragePlace.Local(Path folder) ->
                    new FolderJournal(new JournalSettings(DataFolder.of(Optional.of(folder),
                            port).journal(), most));
            case StoragePlace.Server(PostgresUrl url) -> new ServerJournal(new PostgresSettings(url.address(), url
                    .parameters(), name(settings, port), most));
        };
    }

    private static String name(Settings settings, int port) {
        return settings.get(KnownSettings.DATA_NAME).or(() -> Optional.of("node-" + port).filter(_ -> port != 0))
                .orElseThrow(() -> new CacheConfigurationException("the journal on PostgreSQL needs a name by which it"
                        + " is found again, and http.port is 0; set data.name"));
    }
}
