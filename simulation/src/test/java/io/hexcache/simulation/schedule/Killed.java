package io.hexcache.simulation.schedule;

/** Unwinds a task whose process is dead; no port does anything for it any more. Nobody may catch it. */
final class Killed extends Error {

    private static final long serialVersionUID = 1;

    Killed() {
        super("the process of this task is dead", null, false, false);
    }
}
