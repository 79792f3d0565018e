package io.sampan.ground.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A password that is made on the first start and kept in a file that only its owner can read. */
record SecretFile(Path path, String text) {
    private static final int BYTES = 24;

    static SecretFile at(Path path) throws IOException {
        if (!Files.exists(path)) {
            var bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(path, onlyOwner);
            Files.writeString(path, HexFormat.of().formatHex(bytes));
        }
        return new SecretFile(path, Files.readString(path).strip());
    }

    @Override
    public String toString() {
        return "SecretFile[" + path + "]";
    }
}
