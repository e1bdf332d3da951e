package io.hexcache.infrastructure.http;

import io.hexcache.application.management.CacheManagementUseCase;
import io.hexcache.application.management.ManagementCommand;
import io.hexcache.application.management.ManagementResult;
import io.hexcache.domain.invalidation.Completion;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An operator's port that remembers what reached it, and answers what the test says. */
final class RecordingManagement implements CacheManagementUseCase {

    private final List<ManagementCommand> received = new CopyOnWriteArrayList<>();
    private volatile Function<ManagementCommand, ManagementResult> answers = command -> switch (command) {
        case ManagementCommand.ReadEntry _ -> new ManagementResult.EntryNotCached();
        case ManagementCommand.PutEntry _ -> new ManagementResult.EntryStored(Completion.COMPLETE);
        case ManagementCommand.ShowStatistics _ -> new ManagementResult.Statistics(List.of());
        case ManagementCommand.CheckHealth _ -> new ManagementResult.Health(true, true, List.of());
        default -> new ManagementResult.Invalidated(1, Completion.COMPLETE);
    };

    @Override
    public ManagementResult execute(ManagementCommand command) {
        received.add(command);
        return answers.apply(command);
    }

    void answer(ManagementResult result) {
        answers = _ -> result;
    }

    void fail(RuntimeException failure) {
        answers = _ -> {
            throw failure;
        };
    }

    List<ManagementCommand> received() {
        return List.copyOf(received);
    }
}
