package io.hexcache.reliability.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Which version of the sources a run was made from. */
final class Commit {

    private Commit() {}

    /** The commit of the working folder; "unknown" where there is none. */
    static String current() {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "HEAD").redirectErrorStream(true).start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? answer : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
