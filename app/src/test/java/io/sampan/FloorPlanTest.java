package io.sampan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The house stands as it was drawn: rooms look back and never ahead, and use what they declare, no more and no less. */
class FloorPlanTest {
    /** A room may know rooms on its own floor and on the floors before it, never after. */
    static final List<String> FLOORS =
            List.of("ground", "money", "people", "outside", "browse", "buy", "deliver", "help", "windows");

    static final Path DESCRIPTION = Path.of("../ARCHITECTURE.md");
    static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| `(\\w+)` \\| ");

    final ApplicationModules rooms = ApplicationModules.of(Application.class);

    @Test
    void roomsLookBackNeverAhead() {
        var ahead = new ArrayList<String>();
        for (var room : rooms) {
            for (var other : declared(room.getBasePackage().getName()).allowedDependencies()) {
                var target = rooms.getModuleByName(other).orElseThrow();
                if (FLOORS.indexOf(floorOf(target)) > FLOORS.indexOf(floorOf(room))) {
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
    void declaresExactlyWhatItTouches() {
        var stale = new ArrayList<String>();
        for (var room : rooms) {
            var used = room.getDirectDependencies(rooms)
                    .uniqueModules()
                    .map(module -> module.getIdentifier().toString())
                    .toList();
            for (var other : declared(room.getBasePackage().getName()).allowedDependencies()) {
                if (!used.contains(other)) {
                    stale.add(room.getIdentifier() + " may touch " + other + " but does not");
                }
            }
        }
        assertThat(stale).isEmpty();
    }

    @Test
    void theMapShowsTheRoomsThatExist() throws IOException {
        var map = ROW.matcher(Files.readString(DESCRIPTION))
                .results()
                .map(row -> row.group(1) + "/" + row.group(2))
                .toList();
        var house = rooms.stream()
                .map(room -> floorOf(room) + "/" + room.getIdentifier())
                .toList();
        assertThat(map).containsExactlyInAnyOrderElementsOf(house);
    }

    static ApplicationModule declared(String roomPackage) {
        try {
            return Class.forName(roomPackage + ".package-info").getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(roomPackage + " has no package-info", e);
        }
    }

    static String floorOf(org.springframework.modulith.core.ApplicationModule room) {
        var floor = room.getBasePackage().getName().split("\\.")[2];
        assertThat(FLOORS).as(room.getIdentifier() + " lies on no floor").contains(floor);
        return floor;
    }
}
