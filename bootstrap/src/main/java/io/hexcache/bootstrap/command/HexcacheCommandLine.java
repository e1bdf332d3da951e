package io.hexcache.bootstrap.command;

import io.hexcache.bootstrap.client.ServiceFailure;
import io.hexcache.bootstrap.configuration.InvalidConfigurationException;
import io.hexcache.domain.error.CacheException;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Runs one command: what was typed in, its exit code out. Mistakes are one line, never a stack trace. */
public final class HexcacheCommandLine {

    /** What stands for every byte that is no character in the locale of the process. */
    private static final String UNREADABLE = "\uFFFD";

    private final Terminal terminal;
    private final CommandLine library;

    /**
     * A command line.
     *
     * @param environment all variables of the process
     * @param version of the product
     */
    public HexcacheCommandLine(Terminal terminal, Map<String, String> environment, ServiceRunner service,
            String version) {
        this.terminal = terminal;
        this.library = new CommandLine(new HexcacheCommand(terminal, environment, service)).setOut(terminal.out())
                .setErr(terminal.err()).setUsageHelpAutoWidth(false);
        library.getCommandSpec().version("Hexcache " + version);
        IParameterExceptionHandler notUnderstood = (mistake, _) -> wrongUsage(mistake);
        library.setParameterExceptionHandler(notUnderstood);
        library.setExecutionExceptionHandler((failure, command, _) -> failed(failure, command));
    }

    /** Runs the command and answers its exit code. */
    public int run(String... typed) {
        if (Stream.of(typed).anyMatch(word -> word.contains(UNREADABLE))) {
            return wrongUsage("what was typed has characters that the locale of this terminal does not know;"
                    + " set LC_ALL to one with UTF-8, such as C.UTF-8", library);
        }
        return library.execute(typed);
    }

    private int wrongUsage(ParameterException mistake) {
        return wrongUsage(String.valueOf(mistake.getMessage()), mistake.getCommandLine());
    }

    private int wrongUsage(String message, CommandLine command) {
        terminal.complain(message.replaceAll("\\s*\\R\\s*", " "));
        terminal.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        terminal.err().flush();
        return ExitCode.WRONG_USAGE;
    }

    private int failed(Exception failure, CommandLine command) {
        String message = String.valueOf(failure.getMessage());
        switch (failure) {
            case UsageException _ -> {
                return wrongUsage(message, command);
            }
            case InvalidConfigurationException _, ServiceFailure _, CacheException _ -> terminal.complain(message);
            default -> {
                terminal.complain("this is a mistake in Hexcache; please report it with what follows");
                failure.printStackTrace(terminal.err());
            }
        }
        return ExitCode.FAILED;
    }
}
