package io.hexcache.bootstrap.command;

import io.hexcache.bootstrap.configuration.ConfigurationSources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of one command.
 *
 * @param served with what configurations the service was started
 */
record Typed(int exitCode, String out, String err, List<ConfigurationSources> served) {

    static Typed command(String... words) {
        return commandIn(Map.of(), words);
    }

    static Typed commandIn(Map<String, String> environment, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<ConfigurationSources> served = new ArrayList<>();
        int exitCode = new HexcacheCommandLine(new Terminal(new PrintWriter(out), new PrintWriter(err)), environment,
                served::add, "9.9").run(words);
        return new Typed(exitCode, out.toString(), err.toString(), served);
    }
}
