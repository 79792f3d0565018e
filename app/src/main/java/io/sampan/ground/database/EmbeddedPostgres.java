package io.sampan.ground.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * A PostgreSQL server of our own: unpacked from its jar, durable (fsync on), loopback only, scram passwords, its data kept between runs. When
 * the app was killed the server lives on; the next start attaches to it instead of fighting it. Who starts it twice in one process shares it: the
 * last to close it stops it.
 */
final class EmbeddedPostgres implements AutoCloseable {
    static final String SUPERUSER = "postgres";

    private static final String VERSION = "18.6";
    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(90);
    private static final int MEMORY_MB = 256;
    private static final int CONNECTIONS = 250;
    private static final Map<Path, Integer> SHARED_BY = new HashMap<>();

    private final Path home;
    private final Path bin;
    private final Path data;
    private final int port;
    private final String password;

    private EmbeddedPostgres(Path home, Path bin, Path data, int port, String password) {
        this.home = home;
        this.bin = bin;
        this.data = data;
        this.port = port;
        this.password = password;
    }

    /** Starts the server whose data lies in {@code home}, making it on the first start, or attaches to it where it runs already. */
    static EmbeddedPostgres start(Path folder) throws IOException {
        var home = folder.toAbsolutePath().normalize();
        synchronized (SHARED_BY) {
            var server = startAt(home);
            SHARED_BY.merge(home, 1, Integer::sum);
            return server;
        }
    }

    private static EmbeddedPostgres startAt(Path home) throws IOException {
        Files.createDirectories(home);
        var distribution = home.resolve("pg-" + VERSION);
        var bin = distribution.resolve("bin");
        var data = home.resolve("db");
        if (!Files.exists(distribution.resolve(".complete"))) {
            unpack(distribution);
        }
        var secret = SecretFile.at(home.resolve("superuser.secret"));
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(home, bin, data, secret.path());
        }
        int running = runningPort(data, secret.text());
        if (running > 0) {
            return new EmbeddedPostgres(home, bin, data, running, secret.text());
        }
        int port = freePort();
        run(
                home,
                bin,
                "pg_ctl",
                "-w",
                "-t",
                "60",
                "-D",
                data.toString(),
                "-l",
                home.resolve("postgres.log").toString(),
                "-o",
                options(port),
                "start");
        return new EmbeddedPostgres(home, bin, data, port, secret.text());
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String password() {
        return password;
    }

    Path home() {
        return home;
    }

    @Override
    public void close() throws IOException {
        synchronized (SHARED_BY) {
            if (SHARED_BY.merge(home, -1, Integer::sum) == 0) {
                stop();
            }
        }
    }

    private void stop() throws IOException {
        run(home, bin, "pg_ctl", "-w", "-t", "60", "-m", "fast", "-D", data.toString(), "stop");
    }

    private static String options(int port) {
        return "-p " + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=on -c synchronous_commit=on -c shared_buffers="
                + MEMORY_MB
                + "MB -c max_connections=" + CONNECTIONS
                + " -c timezone=UTC -c shared_preload_libraries=pg_stat_statements";
    }

    private static void initialise(Path home, Path bin, Path data, Path passwordFile) throws IOException {
        run(
                home,
                bin,
                "initdb",
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile,
                "-U",
                SUPERUSER,
                "-D",
                data.toString(),
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-sync");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The port in postmaster.pid if its server answers, else 0: the file outlives a machine that lost its power. */
    private static int runningPort(Path data, String password) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return 0;
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.size() < 8 || !lines.get(7).strip().equals("ready")) {
            return 0;
        }
        int port = Integer.parseInt(lines.get(3).strip());
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=3";
        try (var connection = DriverManager.getConnection(url, SUPERUSER, password)) {
            return connection.isValid(3) ? port : 0;
        } catch (SQLException notOurs) {
            return 0;
        }
    }

    /** PostgreSQL refuses to run as root: a user namespace gives it another name for the same account. */
    private static void run(Path home, Path bin, String tool, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(bin.resolve(tool).toString());
        command.addAll(List.of(arguments));
        var log = home.resolve("commands.log").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        try {
            if (!process.waitFor(COMMAND_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(tool + " did not end within " + COMMAND_LIMIT);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(tool + " was interrupted", stopped);
        }
        if (process.exitValue() != 0) {
            throw new IOException(tool + " failed with " + process.exitValue() + "; see " + log);
        }
    }

    private static void unpack(Path distribution) throws IOException {
        Files.createDirectories(distribution);
        try (InputStream packed = EmbeddedPostgres.class.getResourceAsStream("/postgres-linux-x86_64.txz")) {
            if (packed == null) {
                throw new IOException("There is no PostgreSQL for this machine in the app; set SAMPAN_DB_URL");
            }
            try (var archive = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                    place(archive, entry, distribution);
                }
            }
        }
        Files.createFile(distribution.resolve(".complete"));
    }

    private static void place(TarArchiveInputStream archive, TarArchiveEntry entry, Path distribution)
            throws IOException {
        var target = distribution.resolve(entry.getName()).normalize();
        if (!target.startsWith(distribution)) {
            return;
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0111) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
