package io.hexcache.contract;

import io.hexcache.domain.port.StampRegister;
import org.junit.jupiter.api.BeforeEach;

/**
 * The contract of {@link StampRegister}: stamps, healing, failures. An adapter extends this class in its tests and
 * says how its registers are made, and how they lose what they hold.
 */
public abstract class StampRegisterContract implements StampGivingTests, StampHealingTests {

    private StampRegister register;

    @BeforeEach
    final void openRegister() {
        register = emptyRegister();
    }

    @Override
    public final StampRegister register() {
        return register;
    }
}
