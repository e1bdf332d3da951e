package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheConfigurationException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which journal on PostgreSQL, and how much it takes.
 *
 * @param url {@code jdbc:postgresql://host:port/database}, without parameters; appears in messages
 * @param parameters of the driver, such as {@code user} and {@code password}; never shown
 * @param name of the journal, 1 to 40 of a-z, 0-9, '-', '_'; who opens one by the same name takes it over
 * @param maxRecords that wait or are dead; 1 to 10,000,000
 */
public record PostgresSettings(String url, Map<String, String> parameters, String name, long maxRecords) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,40}");
    private static final Pattern URL = Pattern.compile("jdbc:postgresql:[^?@\\s]*");

    /** Checks all of them. */
    public PostgresSettings {
        if (!URL.matcher(url).matches()) {
            throw new CacheConfigurationException("the URL of the journal's database must be"
                    + " jdbc:postgresql://host:port/database, with user and password as parameters behind it");
        }
        if (!NAME.matcher(name).matches()) {
            throw new CacheConfigurationException("the journal cannot be called '%s'; take 1 to 40 of a-z, 0-9, - and _"
                    .formatted(name));
        }
        JournalBound.check(maxRecords);
        parameters = Map.copyOf(parameters);
    }

    /** What can be shown: the parameters may hold a password. */
    @Override
    public String toString() {
        return "journal " + name + " on " + url;
    }

    /** The schema with the tables of this journal alone. */
    String schema() {
        return "hexcache_journal_" + name;
    }
}
