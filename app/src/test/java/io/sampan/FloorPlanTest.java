package io.sampan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class FloorPlanTest {
    /** A room may know rooms on its own floor and on the floors before it, never after. */
    static final List<String> FLOORS =
            List.of("ground", "money", "people", "outside", "browse", "buy", "deliver", "help", "windows");

    final ApplicationModules rooms = ApplicationModules.of(Application.class);

    @Test
    void roomsLookBackNeverAhead() throws Exception {
        var ahead = new ArrayList<String>();
        for (var room : rooms) {
            var declared = Class.forName(room.getBasePackage().getName() + ".package-info")
                    .getAnnotation(ApplicationModule.class);
            for (var other : declared.allowedDependencies()) {
                var target = rooms.getModuleByName(other).orElseThrow();
                if (floor(target.getBasePackage().getName())
                        > floor(room.getBasePackage().getName())) {
                    ahead.add(room.getIdentifier() + " looks ahead to " + other);
                }
            }
        }
        assertThat(ahead).isEmpty();
    }

    @Test
    void roomsKeepToTheirDoors() {
        rooms.verify();
    }

    @Test
    void declaresExactlyWhatItTouches() throws Exception {
        var stale = new ArrayList<String>();
        for (var room : rooms) {
            var declared = Class.forName(room.getBasePackage().getName() + ".package-info")
                    .getAnnotation(ApplicationModule.class);
            var used = room.getDirectDependencies(rooms)
                    .uniqueModules()
                    .map(m -> m.getIdentifier().toString())
                    .toList();
            for (var other : declared.allowedDependencies()) {
                if (!used.contains(other)) stale.add(room.getIdentifier() + " may touch " + other + " but does not");
            }
        }
        assertThat(stale).isEmpty();
    }

    static int floor(String name) {
        int at = FLOORS.indexOf(name.split("\\.")[2]);
        assertThat(at).as(name + " lies on no floor").isNotNegative();
        return at;
    }
}
