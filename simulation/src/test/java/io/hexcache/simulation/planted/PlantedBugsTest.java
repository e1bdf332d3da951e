package io.hexcache.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be said of the patches without running them; the rest is {@code PlantedBugsProof}. */
class PlantedBugsTest {

    private final List<PlantedBug> bugs = PlantedBug.readAll(PlantedBugsProof.PATCHES);

    @Test
    void patches_allOfThem_apply() {
        assertThat(bugs).allSatisfy(bug -> assertThat(bug.applyIn(PlantedBugsProof.ROOT)).startsWith("package io."));
    }

    @Test
    void patches_together_areAtLeastTwenty_ofWhichTwelveAreForTheSimulationAlone() {
        assertThat(bugs).hasSizeGreaterThanOrEqualTo(20);
        assertThat(bugs).filteredOn(PlantedBug::isForSimulation).hasSizeGreaterThanOrEqualTo(12);
    }
}
