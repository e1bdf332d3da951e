package io.hexcache.infrastructure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That an acknowledged record is on disk, and not just in the memory of the system, which {@code kill -9} leaves whole:
 * seen in the system calls of a journaling process. Needs {@code strace}, and permission to trace.
 */
final class JournalSyncProof {

    @TempDir
    Path folder;

    @Test
    void eachAcknowledgement_comesAfterASyncThatBeganAfterItsRecordWasWritten() throws Exception {
        SyncTrace trace = traced();

        System.out.printf("%d records acknowledged, each after a sync of the log; %d syncs%n", trace.synced().size(),
                trace.syncs());
        assertThat(trace.unsynced()).isEmpty();
        assertThat(trace.synced()).doesNotHaveDuplicates().hasSize(SyncedProcess.RECORDS);
        assertThat(trace.syncs()).isPositive();
    }

    /** Shows that the test above can fail. */
    @Test
    void journalThatDoesNotSync_isFound() throws Exception {
        SyncTrace trace = traced("OFF");

        assertThat(trace.unsynced()).hasSizeGreaterThan(SyncedProcess.RECORDS / 2);
    }

    private SyncTrace traced(String... more) throws IOException, InterruptedException {
        Path lines = folder.resolve("trace");
        Path errors = folder.resolve("errors");
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-y", "-s", "5000", "-o", lines.toString(), "-e",
                "trace=fsync,fdatasync,write,pwrite64", ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", System
                        .getProperty("java.class.path"),
                SyncedProcess.class.getName(), folder.resolve("journal").toString()));
        command.addAll(List.of(more));
        Process process = start(command, errors);
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as("strace could not trace a process here, which needs the right to ptrace (in"
                + " a container CAP_SYS_PTRACE, elsewhere kernel.yama.ptrace_scope below 3): %s",
                Files.readString(
                        errors))
                .isZero();
        return SyncTrace.of(Files.readAllLines(lines, StandardCharsets.ISO_8859_1));
    }

    private Process start(List<String> command, Path errors) {
        try {
            return new ProcessBuilder(command).redirectOutput(folder.resolve("said").toFile()).redirectError(errors
                    .toFile()).start();
        } catch (IOException missing) {
            throw new AssertionError("strace is needed for this and is not on the PATH; install the package strace",
                    missing);
        }
    }
}
