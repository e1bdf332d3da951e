package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheConfigurationException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

/** Writes out what can be read of a journal: each table as far as it is whole. Changes nothing in it. */
final class JournalExport {

    private final JournalSettings settings;

    JournalExport(JournalSettings settings) {
        this.settings = settings;
    }

    long write(Path into) {
        if (!Files.isRegularFile(settings.file())) {
            throw new CacheConfigurationException("there is no journal in " + settings.directory()
                    + "; name the directory that was given with --data");
        }
        try (JournalLock _ = JournalLock.take(settings.lockFile());
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + settings.file(), readOnly());
                BufferedWriter out = Files.newBufferedWriter(into, StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE)) {
            return table(connection, "pending", out) + table(connection, "dead", out);
        } catch (SQLException unreadable) {
            throw new CacheConfigurationException(SqliteTrouble.of(settings.file(), unreadable), unreadable);
        } catch (IOException failure) {
            throw new CacheConfigurationException("cannot write the export to %s (%s); name a new file where this user"
                    .formatted(into, failure) + " may write", failure);
        }
    }

    private static Properties readOnly() {
        Properties properties = new Properties();
        properties.setProperty("query_only", "true");
        return properties;
    }

    private static long table(Connection connection, String name, BufferedWriter out) throws IOException {
        long written = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT key, ord, payload FROM " + name
                        + " NOT INDEXED")) {
            while (rows.next()) {
                out.write("{\"state\":\"%s\",\"key\":%s,\"order\":%d,\"payload\":\"%s\"}%n".formatted(name, quoted(rows
                        .getString(1)), rows.getLong(2), Base64.getEncoder().encodeToString(rows.getBytes(3))));
                written++;
            }
        } catch (SQLException unreadable) {
            // What came before is out, and the file says that there is more.
            out.write("{\"state\":\"%s\",\"unreadable\":%s}%n".formatted(name, quoted(String.valueOf(unreadable
                    .getMessage()))));
        }
        return written;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(letter -> {
            if (letter < ' ' || letter == '"' || letter == '\\') {
                quoted.append("\\u").append(HexFormat.of().toHexDigits((char) letter));
            } else {
                quoted.append((char) letter);
            }
        });
        return quoted.append('"').toString();
    }
}
