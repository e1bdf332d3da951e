package io.hexcache.reliability.run;

import io.hexcache.reliability.load.Load;
import io.hexcache.reliability.plan.Fault;
import io.hexcache.reliability.plan.FaultKind;
import io.hexcache.reliability.plan.FaultSchedule;
import io.hexcache.reliability.plan.Options;
import io.hexcache.reliability.report.Report;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** A run: load and faults for as long as asked, then all is healed, and what was acknowledged is looked for. */
final class Run {

    private final Options options;
    private final Map<FaultKind, Integer> faults = new EnumMap<>(FaultKind.class);
    private int kills;

    Run(Options options) {
        this.options = options;
    }

    /** Runs it. The folder of the processes is kept, and named, if something was found. */
    Report report() throws IOException, InterruptedException {
        try (Stage stage = Stage.start(options.jar()); Clock clock = new Clock(stage.scene().surroundings().stalls())) {
            long begun = clock.now();
            Audit audit = new Audit(stage.scene());
            Load load = Load.start(stage.scene(), options.seed());
            breakThings(stage, clock, new Faults(stage, clock, audit), load);
            load.stop();
            stage.scene().nodes().forEach(node -> audit.stock(node.index()));
            audit.products();
            return Report.of(options, stage.scene(), new Report.Course((clock.now() - begun) / 1_000_000_000, faults,
                    kills, stage.folder()));
        }
    }

    private void breakThings(Stage stage, Clock clock, Faults faultsOf, Load load) throws InterruptedException {
        FaultSchedule schedule = new FaultSchedule(options.seed(), Stage.NODES);
        long end = clock.now() + options.lasting().toNanos();
        while (clock.now() < end) {
            Fault fault = schedule.next();
            clock.pass(fault.after());
            kills += faultsOf.make(fault);
            faults.merge(fault.kind(), 1, Integer::sum);
            load.check();
            System.out.printf("%d ms: %s on node %d; reads=%d writes=%d found=%d%n", clock.now() / 1_000_000,
                    fault.kind(), fault.node(), stage.scene()
                            .tally().reads().sum(),
                    stage.scene().tally().writes().sum(),
                    stage.scene().judge().violations()
                            .size());
        }
    }
}
