package io.sampan.journeys;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A story end to end: the whole app as it is started for people, in one world for all stories. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ActiveProfiles("test")
@Tag("journey")
abstract class Journey {
    static final JourneyWorld WORLD = JourneyWorld.world();

    @Autowired
    ApplicationContext app;

    Shop shop;

    @DynamicPropertySource
    static void liveInThisWorld(DynamicPropertyRegistry registry) {
        WORLD.settings(WORLD.port()).forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void nothingIsWrongYet() {
        WORLD.pushTo(WORLD.port());
        WORLD.nothingGoesWrong();
        shop = new Shop(app);
    }
}
