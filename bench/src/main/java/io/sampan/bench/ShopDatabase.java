package io.sampan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The embedded database of a shop, seen from outside while the shop runs. */
final class ShopDatabase {
    private static final int LINE_OF_PORT = 3;

    private ShopDatabase() {}

    /**
     * The embedded server's own files tell where it is and how the app gets in.
     *
     * @param folder of the database
     */
    static Connection connect(Path folder) throws IOException, SQLException {
        var port = Files.readAllLines(folder.resolve("db/postmaster.pid"))
                .get(LINE_OF_PORT)
                .strip();
        var password = Files.readString(folder.resolve("app.secret")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/sampan", "sampan_app", password);
    }
}
