package org.plumbline.schedule.local;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.plumbline.citations.WrongInputException;

/// Where Airflow keeps what it knows, as the library that it uses (SQLAlchemy) names it.
///
/// @param address with the password, if there is one
record Database(String address) {

    static final String SQLITE = "sqlite";

    /// The environment variable with the database's password.
    static final String PASSWORD = "PLUMBLINE_AIRFLOW_DATABASE_PASSWORD";

    /// The database that was chosen.
    ///
    /// @throws WrongInputException where the URL is no PostgreSQL's, or holds a password, or where the
    ///     password's file cannot be read
    static Database of(Chosen chosen, AirflowFolder folder, Map<String, String> environment) {
        if (chosen.database().equals(SQLITE)) {
            return new Database("sqlite:///" + folder.database());
        }
        URI url = url(chosen.database());
        String user = Optional.ofNullable(url.getUserInfo())
                .map(name -> encoded(name) + password(chosen, environment) + "@")
                .orElse("");
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return new Database("postgresql+psycopg2://" + user + url.getHost() + port + url.getRawPath() + query);
    }

    private static URI url(String written) {
        String wanted = "; expected sqlite, or postgresql://user@host:5432/name";
        try {
            URI url = new URI(written);
            if (url.getUserInfo() != null && url.getUserInfo().indexOf(':') >= 0) {
                throw new WrongInputException("--database: holds a password, which every user of this machine could"
                        + " read; put it into the environment variable " + PASSWORD
                        + ", or a file named by --database-password-file");
            }
            boolean whole = "postgresql".equals(url.getScheme())
                    && url.getHost() != null
                    && url.getPath().length() > 1;
            if (!whole) {
                throw new WrongInputException("--database " + written + wanted);
            }
            return url;
        } catch (URISyntaxException e) {
            throw new WrongInputException("--database: no URL" + wanted, e);
        }
    }

    private static String password(Chosen chosen, Map<String, String> environment) {
        String file = chosen.databasePasswordFile();
        String password = file == null ? environment.getOrDefault(PASSWORD, "") : read(Path.of(file));
        return password.isEmpty() ? "" : ":" + encoded(password);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new WrongInputException(
                    "--database-password-file " + file + ": cannot be read; name a file that holds the password only",
                    e);
        }
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }

    boolean isSqlite() {
        return address.startsWith("sqlite:");
    }

    @Override
    public String toString() {
        return "Database[" + (isSqlite() ? "SQLite" : "PostgreSQL") + "]";
    }
}
