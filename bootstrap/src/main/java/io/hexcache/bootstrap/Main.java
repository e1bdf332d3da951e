package io.hexcache.bootstrap;

import io.hexcache.bootstrap.command.HexcacheCommandLine;
import io.hexcache.bootstrap.command.Terminal;
import io.hexcache.bootstrap.node.NodeRunner;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where the process begins: joins the command line with the terminal, the environment and the service. */
public final class Main {

    private Main() {}

    /** Runs one command; its exit code is that of the process. */
    public static void main(String[] typed) {
        Terminal terminal = new Terminal(writer(FileDescriptor.out), writer(FileDescriptor.err));
        String version = Version.read();
        HexcacheCommandLine commands = new HexcacheCommandLine(terminal, System.getenv(), new NodeRunner(version,
                terminal::say), version);
        System.exit(commands.run(typed));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
