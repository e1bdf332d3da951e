package io.hexcache.simulation.schedule;

/** What is run under many schedules, from the beginning each time. */
@FunctionalInterface
public interface Scenario {

    /**
     * Makes everything anew and spawns the tasks. What prepares them is called here directly or in
     * {@link Scheduler#alone}.
     *
     * @return the check of what came of it, called when all tasks have ended
     */
    Runnable begin(Scheduler scheduler);
}
