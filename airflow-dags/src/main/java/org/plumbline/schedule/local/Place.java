package org.plumbline.schedule.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.plumbline.citations.WrongInputException;

/// Where this program keeps its DAG files and the lock file: in the project below `airflow-dags/`, in the archive
/// below `airflow/`.
///
/// @param root the folder of the launcher
public record Place(Path root) {

    /// What the launcher says.
    public static Place ofLauncher() {
        String root = System.getProperty("plumbline.root", "");
        if (root.isBlank()) {
            throw new WrongInputException("plumbline.root is not set; start this with the plumbline launcher");
        }
        return new Place(Path.of(root));
    }

    Path command() {
        return root.resolve("plumbline");
    }

    /// The program's own DAG files.
    public Path dags() {
        return first(root.resolve("airflow-dags/dags"), root.resolve("airflow/dags"));
    }

    Path lockFile() {
        return first(root.resolve("airflow-dags/python/requirements.lock"), root.resolve("airflow/requirements.lock"));
    }

    private static Path first(Path... places) {
        return Stream.of(places)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new WrongInputException(
                        places[0] + ": not there; unpack Plumbline's archive again, or name another with --dags"));
    }
}
