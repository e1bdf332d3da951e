package io.hexcache.simulation.schedule;

import java.util.concurrent.locks.LockSupport;

/** A thread of a simulated process. It runs while it holds the baton, and is parked otherwise. */
public final class Task {

    final Host host;
    final boolean daemon;
    final Thread thread;
    private final String name;
    private volatile boolean baton;
    boolean started;
    boolean ended;

    /** Raised each time that the task stops waiting, so that a timer or a future that comes later is known as late. */
    long waits;
    boolean waiting;
    boolean killed;
    boolean undisturbed;
    Object at = "start";

    Task(String name, Host host, boolean daemon, Runnable body) {
        this.name = name;
        this.host = host;
        this.daemon = daemon;
        this.thread = Thread.ofVirtual().name(name).unstarted(body);
    }

    /** To be called by the thread that holds the baton so far, which then parks or ends. */
    void handOver() {
        baton = true;
        if (started) {
            LockSupport.unpark(thread);
        } else {
            started = true;
            thread.start();
        }
    }

    /** Parks the calling thread, which is that of the task, until it has the baton. */
    void awaitBaton() {
        while (!baton) {
            LockSupport.park(this);
        }
        baton = false;
    }

    /** Whether it has run to its end. */
    public boolean hasEnded() {
        return ended;
    }

    @Override
    public String toString() {
        return name;
    }
}
