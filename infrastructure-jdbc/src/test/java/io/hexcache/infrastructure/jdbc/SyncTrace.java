package io.hexcache.infrastructure.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process did, as {@code strace -f -y} wrote it down: each line a thread, a call and the file that it was made
 * on; a call that others came in between stands on two lines, {@code <unfinished ...>} and {@code <... resumed>}.
 *
 * <p>
 * An acknowledgement is a line that the process wrote to its output, with the name of the record. It is synced if the
 * log got a write with that name in it, then a sync of the log began and returned 0, and then the line was written.
 */
final class SyncTrace {

    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\((\\d+)<([^>]*)>(.*)");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>(.*)");
    private static final Pattern NAME = Pattern.compile("record-\\d{6}\\.");
    private static final Pattern ACKNOWLEDGED = Pattern.compile(".*\"acknowledged (record-\\d{6}\\.).*");
    private static final Set<String> SYNCS = Set.of("fsync", "fdatasync");

    private final Map<String, Integer> writtenAt = new HashMap<>();
    private final Map<String, Integer> syncUnderWay = new HashMap<>();
    private final List<String> synced = new ArrayList<>();
    private final List<String> unsynced = new ArrayList<>();
    private int writes;
    private int covered;
    private int syncs;

    private SyncTrace() {}

    /** What was read there. */
    static SyncTrace of(List<String> lines) {
        SyncTrace trace = new SyncTrace();
        lines.forEach(trace::line);
        return trace;
    }

    /** The records that were on disk when they were acknowledged. */
    List<String> synced() {
        return synced;
    }

    /** Those that were not known to be. */
    List<String> unsynced() {
        return unsynced;
    }

    int syncs() {
        return syncs;
    }

    private void line(String line) {
        Matcher resumed = RESUMED.matcher(line);
        Matcher call = CALL.matcher(line);
        if (resumed.matches()) {
            ended(resumed.group(1), resumed.group(3));
        } else if (call.matches()) {
            begun(call.group(1), call.group(2), call.group(4).endsWith("journal.db-wal"), call.group(5));
        }
    }

    private void begun(String thread, String call, boolean onTheLog, String rest) {
        Matcher acknowledged = ACKNOWLEDGED.matcher(rest);
        if (SYNCS.contains(call) && onTheLog) {
            syncUnderWay.put(thread, writes);
            if (!rest.contains("<unfinished")) {
                ended(thread, rest);
            }
        } else if (onTheLog) {
            writes++;
            NAME.matcher(rest).results().forEach(name -> writtenAt.putIfAbsent(name.group(), writes));
        } else if (acknowledged.matches()) {
            String name = acknowledged.group(1);
            boolean isSynced = writtenAt.getOrDefault(name, Integer.MAX_VALUE) <= covered;
            (isSynced ? synced : unsynced).add(name);
        }
    }

    private void ended(String thread, String rest) {
        Integer covers = syncUnderWay.remove(thread);
        if (covers != null && rest.endsWith("= 0")) {
            covered = Math.max(covered, covers);
            syncs++;
        }
    }
}
