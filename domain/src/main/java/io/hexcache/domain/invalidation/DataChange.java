package io.hexcache.domain.invalidation;

import java.util.Map;
import java.util.Set;

/**
 * A change of one record in a database, as a trigger or a change feed tells of it.
 *
 * @param table 1 to 128 letters, digits or characters out of {@code _.:/$-}
 * @param recordId the primary key as text
 */
public record DataChange(String table, String recordId, Operation operation) implements Occurrence {

    /** What happened to the record. */
    public enum Operation {

        /** It is new. */
        INSERT,

        /** It has other values. */
        UPDATE,

        /** It is gone. */
        DELETE
    }

    /** The attributes that every data change has. */
    static final Set<String> ATTRIBUTES = Set.of("table", "id", "operation");

    /** Checks the name of the table. */
    public DataChange {
        OccurrenceName.check("a table", table);
    }

    @Override
    public String subject() {
        return subject(table, operation);
    }

    static String subject(String table, Operation operation) {
        return operation + " in table " + table;
    }

    /** {@code table}, {@code id} and {@code operation} (in capitals). */
    @Override
    public Map<String, String> attributes() {
        return Map.of("table", table, "id", recordId, "operation", operation.name());
    }
}
