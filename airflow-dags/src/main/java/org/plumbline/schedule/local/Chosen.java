package org.plumbline.schedule.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was chosen for the local Airflow of a home and holds until something else is: `chosen.json`.
///
/// @param port on loopback; 0 where none was chosen yet
/// @param database as [Wishes] has it
/// @param migrated for which environment and database the tables were made last
@JsonInclude(JsonInclude.Include.NON_NULL)
record Chosen(
        int port,
        String database,
        @Nullable String databasePasswordFile,
        @Nullable String environment,
        @Nullable String dags,
        Wishes.FirstState firstState,
        @Nullable String migrated) {

    static Chosen ofHome(AirflowFolder folder) {
        return PrivateFile.read(folder.chosen(), Chosen.class)
                .orElseGet(() -> new Chosen(0, Database.SQLITE, null, null, null, Wishes.FirstState.RUNNING, null));
    }

    void keep(AirflowFolder folder) {
        PrivateFile.write(folder.chosen(), this);
    }

    Chosen with(Wishes wishes) {
        return new Chosen(
                wishes.port() == null ? port : wishes.port(),
                wishes.database() == null ? database : wishes.database(),
                path(wishes.databasePasswordFile()).orElse(databasePasswordFile),
                path(wishes.environment()).orElse(environment),
                path(wishes.dags()).orElse(dags),
                Optional.ofNullable(wishes.firstState()).orElse(firstState),
                migrated);
    }

    Chosen withPort(int chosen) {
        return new Chosen(chosen, database, databasePasswordFile, environment, dags, firstState, migrated);
    }

    Chosen withMigrated(String done) {
        return new Chosen(port, database, databasePasswordFile, environment, dags, firstState, done);
    }

    private static Optional<@Nullable String> path(@Nullable Path given) {
        return Optional.ofNullable(given)
                .map(path -> path.toAbsolutePath().normalize().toString());
    }
}
