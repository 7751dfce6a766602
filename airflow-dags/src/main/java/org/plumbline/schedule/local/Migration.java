package org.plumbline.schedule.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.plumbline.citations.WrongInputException;
import org.plumbline.schedule.local.process.Program;
import org.plumbline.schedule.local.python.VirtualEnvironment;

/// Airflow's own tables, made or renewed where the environment or the database is not the one of last time.
record Migration(AirflowFolder folder, VirtualEnvironment environment, Database database, Consumer<String> talk) {

    private static final Duration MOST = Duration.ofMinutes(10);

    /// Runs `airflow db migrate` where it is needed. A database of others is checked each time.
    ///
    /// @param whole the environment of Airflow's processes
    /// @param endAll ends all parts: none may work on tables that change
    /// @throws WrongInputException where the database refuses; one line says why
    void run(Chosen chosen, Map<String, String> whole, Runnable endAll) throws IOException {
        String goal = Digest.of(environment.folder() + "\n" + database.address());
        boolean done = goal.equals(chosen.migrated()) && (!database.isSqlite() || Files.exists(folder.database()));
        if (done && database.isSqlite()) {
            return;
        }
        if (!done) {
            endAll.run();
        }
        talk.accept(done ? "checking the database" : "preparing the database");
        Program.Ran ran = Program.run(
                List.of(environment.program("airflow").toString(), "db", "migrate"), whole, folder.migration(), MOST);
        if (!ran.succeeded()) {
            throw new WrongInputException(
                    MigrationRefusal.of(ran, database) + "; all of it is in " + folder.migration());
        }
        chosen.withMigrated(goal).keep(folder);
    }
}
