package io.hexcache.bootstrap.command;

/** How a command ends. Scripts rely on these. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int NOT_FOUND = 3;

    private ExitCode() {}
}
