package io.github.appflowkit.conformance.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The README's example. */
class MyEmulatorIT {
    private MyEmulator emulator;

    @BeforeEach
    void start() throws Exception {
        emulator = MyEmulator.start();
    }

    @TestFactory
    Stream<DynamicNode> conformance() throws Exception {
        return AppFlowConformance.of(emulator.url()).strict().dynamicTests();
    }

    @AfterEach
    void stop() throws Exception {
        emulator.stop();
    }
}
