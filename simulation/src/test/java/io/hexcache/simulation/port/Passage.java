package io.hexcache.simulation.port;

import io.hexcache.simulation.schedule.Scheduler;
import java.util.function.Supplier;

/** The way of a call to what does it, and back. */
@FunctionalInterface
public interface Passage {

    /** Makes the call, or fails as the port says. */
    <T> T pass(Call call, Supplier<T> action);

    /** The same for an action without an answer. */
    default void run(Call call, Runnable action) {
        pass(call, () -> {
            action.run();
            return true;
        });
    }

    /** Others may run before each call and after it, while its caller has the answer and has done nothing with it. */
    static Passage steps(Scheduler scheduler) {
        return new Passage() {

            @Override
            public <T> T pass(Call call, Supplier<T> action) {
                if (call.operation().isUnderLock()) {
                    return action.get();
                }
                scheduler.step(call);
                T answer = action.get();
                scheduler.step(new Answer(call, answer));
                return answer;
            }
        };
    }

    /** Others may run before each call; what the caller does with the answer is one step with the call. */
    static Passage stepsBefore(Scheduler scheduler) {
        return new Passage() {

            @Override
            public <T> T pass(Call call, Supplier<T> action) {
                if (!call.operation().isUnderLock()) {
                    scheduler.step(call);
                }
                return action.get();
            }
        };
    }

    /** What came back, for the trace. */
    record Answer(Call call, Object answer) {

        @Override
        public String toString() {
            return call + " -> " + answer;
        }
    }
}
