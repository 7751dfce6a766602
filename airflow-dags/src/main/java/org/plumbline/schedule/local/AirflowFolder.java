package org.plumbline.schedule.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.plumbline.citations.WrongInputException;

/// Where a home keeps its local Airflow: `<home>/airflow/`, which only its owner may look into.
///
/// @param path absolute
record AirflowFolder(Path path) {

    static AirflowFolder of(Path home) {
        return new AirflowFolder(home.toAbsolutePath().normalize().resolve("airflow"));
    }

    Path credentials() {
        return path.resolve("credentials.json");
    }

    Path secrets() {
        return path.resolve("secrets.json");
    }

    Path chosen() {
        return path.resolve("chosen.json");
    }

    /// The passwords in the form that Airflow reads.
    Path passwords() {
        return path.resolve("passwords.json");
    }

    Path database() {
        return path.resolve("airflow.db");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path lock() {
        return path.resolve("lock");
    }

    Path process(Part part) {
        return path.resolve("parts").resolve(part.command() + ".json");
    }

    /// What a part says, its log.
    Path words(Part part) {
        return path.resolve("parts").resolve(part.command() + ".log");
    }

    /// What `airflow db migrate` said.
    Path migration() {
        return path.resolve("parts").resolve("migrate.log");
    }

    /// Makes it where it is not there.
    void create() {
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(path.resolve("parts"));
            Files.createDirectories(logs());
        } catch (IOException e) {
            throw new WrongInputException(path + ": cannot be written (" + e + "); choose another --home", e);
        }
    }
}
