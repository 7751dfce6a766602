package org.plumbline.schedule.local;

import org.plumbline.schedule.local.process.Program;

/// Why the tables could not be made, from what Airflow said: one line that says what to do.
final class MigrationRefusal {

    private MigrationRefusal() {}

    static String of(Program.Ran ran, Database database) {
        String words = ran.words();
        if (words.contains("No space left on device") || words.contains("database or disk is full")) {
            return "the disk is full (no space left on device); make room, then run the command again";
        }
        if (words.contains("password authentication failed") || words.contains("no password supplied")) {
            return "the database refuses the password; set " + Database.PASSWORD
                    + ", or name its file with --database-password-file";
        }
        if (words.contains("could not connect to server")
                || words.contains("Connection refused")
                || words.contains("could not translate host name")) {
            return "the database does not answer; check --database and whether it runs";
        }
        if (words.contains("does not exist") && !database.isSqlite()) {
            return "the database or its user does not exist: create it (createdb), or check --database";
        }
        if (words.contains("permission denied for schema")) {
            return "the database's user may not make tables: GRANT ALL ON SCHEMA public to it, or make it the owner";
        }
        return "preparing the database failed: " + ran.lastLine();
    }
}
