package io.hexcache.application.management;

import io.hexcache.application.management.ManagementResult.Refused;
import io.hexcache.domain.writebehind.WriteBehindService;
import java.time.Duration;
import java.util.Optional;

/** Shows and flushes the writes that wait, and handles those that were set aside. */
final class WriteBehindCommands {

    private static final int MOST_LETTERS = 1_000;
    private static final Duration LONGEST_FLUSH = Duration.ofMinutes(1);

    private final Optional<WriteBehindService> writeBehind;

    WriteBehindCommands(Optional<WriteBehindService> writeBehind) {
        this.writeBehind = writeBehind;
    }

    ManagementResult execute(ManagementCommand.OnWriteBehind command) {
        return writeBehind.map(service -> execute(service, command)).orElseGet(() -> new Refused(
                Refused.Reason.NOT_AVAILABLE,
                "this node has no journal: each of its writes reaches its source at once"));
    }

    private static ManagementResult execute(WriteBehindService service, ManagementCommand.OnWriteBehind command) {
        return switch (command) {
            case ManagementCommand.ShowWriteBehind() -> new ManagementResult.WritesBehind(service.status(), true);
            case ManagementCommand.FlushWriteBehind(Duration atMost) -> flush(service, atMost);
            case ManagementCommand.ShowDeadLetters(long after, int most) -> most < 1 || most > MOST_LETTERS
                    ? illegal("most is %d; it must be 1 to %d".formatted(most, MOST_LETTERS))
                    : new ManagementResult.DeadLettersListed(service.deadLetters().list(after, most));
            case ManagementCommand.RetryDeadLetter(long id) -> switch (service.deadLetters().retry(id)) {
                case WAITS -> new ManagementResult.DeadLetterSettled(id);
                case OVERTAKEN -> new Refused(Refused.Reason.OVERTAKEN, "dead letter " + id
                        + " is older than a later write of its key, which it would undo; drop it");
                case UNKNOWN -> unknown(id);
            };
            case ManagementCommand.DropDeadLetter(long id) -> service.deadLetters().drop(id)
                    ? new ManagementResult.DeadLetterSettled(id)
                    : unknown(id);
        };
    }

    private static ManagementResult flush(WriteBehindService service, Duration atMost) {
        if (atMost.isNegative() || atMost.compareTo(LONGEST_FLUSH) > 0) {
            return illegal("a flush waits %s; it must be 0 to 1 min".formatted(atMost));
        }
        boolean drained = service.flush(atMost);
        return new ManagementResult.WritesBehind(service.status(), drained);
    }

    private static Refused illegal(String detail) {
        return new Refused(Refused.Reason.ILLEGAL_VALUE, detail);
    }

    private static Refused unknown(long id) {
        return new Refused(Refused.Reason.UNKNOWN_NAME, "there is no dead letter " + id
                + "; list them for those that there are");
    }
}
