package io.hexcache.simulation.schedule;

/** The last steps of a run, and a sum over all of them that tells one run from another. */
final class Trace {

    private final Task[] tasks;
    private final Object[] steps;
    private final long[] times;
    private long count;
    private long sum;

    Trace(int kept) {
        this.tasks = new Task[kept];
        this.steps = new Object[kept];
        this.times = new long[kept];
    }

    /** The step is turned into text when the trace is printed. */
    void add(long now, Task task, Object step) {
        int slot = (int) (count % tasks.length);
        tasks[slot] = task;
        steps[slot] = step;
        times[slot] = now;
        count++;
        sum = 31 * (31 * sum + now) + task.toString().hashCode();
    }

    long sum() {
        return 31 * sum + count;
    }

    String text(int last) {
        long from = Math.max(0, count - Math.min(last, tasks.length));
        StringBuilder text = new StringBuilder();
        if (from > 0) {
            text.append("... ").append(from).append(" steps before\n");
        }
        for (long i = from; i < count; i++) {
            int slot = (int) (i % tasks.length);
            text.append("%12.3f ms  %-16s %s%n".formatted(times[slot] / 1e6, tasks[slot], steps[slot]));
        }
        return text.toString();
    }
}
