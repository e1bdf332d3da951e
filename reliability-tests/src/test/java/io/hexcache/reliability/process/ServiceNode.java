package io.hexcache.reliability.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One of the services: the packaged jar, as {@code ./hexcache serve} runs it, always on the same data folder. */
public final class ServiceNode implements AutoCloseable {

    private final int index;
    private final ServiceCommand command;
    private final Thread atExit = new Thread(this::endProcess, "stop-service");
    private final AtomicInteger port = new AtomicInteger();
    private ServiceProcess process;

    private ServiceNode(int index, ServiceCommand command) {
        this.index = index;
        this.command = command;
        this.process = ServiceProcess.start(command);
    }

    /** Starts one; it does not serve yet. */
    public static ServiceNode start(int index, ServiceCommand command) {
        try {
            Files.createDirectories(command.folder());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        ServiceNode node = new ServiceNode(index, command);
        Runtime.getRuntime().addShutdownHook(node.atExit);
        return node;
    }

    /** Its place among the services, from 0 on. */
    public int index() {
        return index;
    }

    /** Where it serves; empty while it does not. */
    public OptionalInt port() {
        int now = port.get();
        return now == 0 ? OptionalInt.empty() : OptionalInt.of(now);
    }

    /** Waits until it serves. */
    public void awaitServing() {
        port.set(running().awaitPort());
    }

    /** Ends it as {@code kill -9} does; returns when it is gone. */
    public void kill() {
        port.set(0);
        endProcess();
    }

    /** Starts it again on its data. */
    public synchronized void restart() {
        process = ServiceProcess.start(command);
    }

    /** Stops it as {@code kill -STOP} does. */
    public void pause() {
        running().signal("STOP");
    }

    /** Lets it go on. */
    public void resume() {
        running().signal("CONT");
    }

    private synchronized ServiceProcess running() {
        return process;
    }

    private void endProcess() {
        running().end(5, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
