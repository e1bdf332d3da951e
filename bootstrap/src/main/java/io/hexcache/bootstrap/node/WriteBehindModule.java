package io.hexcache.bootstrap.node;

import dagger.Module;
import dagger.Provides;
import io.hexcache.bootstrap.configuration.Settings;
import io.hexcache.bootstrap.configuration.WriteBehindKeys;
import io.hexcache.domain.policy.UrgencyRules;
import io.hexcache.domain.port.JobScheduler;
import io.hexcache.domain.port.WriteBehindJournal;
import io.hexcache.domain.writebehind.RetryRules;
import io.hexcache.domain.writebehind.WriteBehindPorts;
import io.hexcache.domain.writebehind.WriteBehindSettings;
import javax.inject.Singleton;

/** The journal of the node, and how it writes behind. */
@Module
final class WriteBehindModule {

    private WriteBehindModule() {}

    @Provides
    @Singleton
    static JournalPlace place(Settings settings) {
        return JournalPlace.of(settings);
    }

    @Provides
    @Singleton
    static WriteBehindJournal journal(JournalPlace place, OpenResources resources) {
        return resources.add(place.open());
    }

    @Provides
    @Singleton
    static WriteBehindPorts ports(WriteBehindJournal journal, JobScheduler scheduler, Settings settings) {
        RetryRules retry = new RetryRules(settings.get(WriteBehindKeys.ATTEMPTS), settings.get(
                WriteBehindKeys.RETRY_AFTER), settings.get(WriteBehindKeys.RETRY_AT_MOST));
        return new WriteBehindPorts(journal, scheduler, new WriteBehindSettings(settings.get(WriteBehindKeys.BATCH),
                settings.get(WriteBehindKeys.INTERVAL), settings.get(WriteBehindKeys.MAX_IN_MEMORY), settings.get(
                        WriteBehindKeys.WAIT_FOR_ROOM),
                settings.get(WriteBehindKeys.WORKERS), retry, UrgencyRules.NONE));
    }
}
