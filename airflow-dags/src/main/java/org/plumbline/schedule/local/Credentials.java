package org.plumbline.schedule.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.citations.WrongInputException;

/// How to log in to the local Airflow of a home: `<home>/airflow/credentials.json`, which only its owner may read.
///
/// @param url of the pages and, below it, of the REST interface
/// @param users by name: `admin`; `plumbline`, whom the commands use; `viewer`
public record Credentials(String url, Map<String, User> users) {

    /// The user as whom the commands log in.
    public static final String OWN_USER = "plumbline";

    private static final int PASSWORD_BYTES = 24;

    /// One who may log in.
    ///
    /// @param role Airflow's: admin, op, user or viewer
    public record User(String role, String password) {

        static User made(String role) {
            return new User(role, RandomWords.ofBytes(PASSWORD_BYTES));
        }

        @Override
        public String toString() {
            return "User[role=" + role + "]";
        }
    }

    public Credentials {
        users = new LinkedHashMap<>(users);
    }

    /// The file of a home.
    public static Path file(Path home) {
        return AirflowFolder.of(home).credentials();
    }

    /// Those of a home whose Airflow was started once.
    public static Optional<Credentials> find(Path home) {
        return PrivateFile.read(file(home), Credentials.class);
    }

    /// Those of a home, made where there are none, at this address.
    static Credentials ofHome(AirflowFolder folder, URI url) {
        Map<String, User> users = PrivateFile.read(folder.credentials(), Credentials.class)
                .map(Credentials::users)
                .orElseGet(Credentials::made);
        Credentials credentials = new Credentials(url.toString(), users);
        PrivateFile.write(folder.credentials(), credentials);
        PrivateFile.write(folder.passwords(), credentials.passwords());
        return credentials;
    }

    private static Map<String, User> made() {
        Map<String, User> users = new LinkedHashMap<>();
        users.put("admin", User.made("admin"));
        users.put(OWN_USER, User.made("op"));
        users.put("viewer", User.made("viewer"));
        return users;
    }

    /// A user's password.
    public String password(String user) {
        User known = users.get(user);
        if (known == null) {
            throw new WrongInputException("no user \"" + user + "\" of this Airflow; known are " + users.keySet());
        }
        return known.password();
    }

    /// The users as Airflow's setting names them: `name:role,…`.
    String roles() {
        return users.entrySet().stream()
                .map(user -> user.getKey() + ":" + user.getValue().role())
                .collect(Collectors.joining(","));
    }

    private Map<String, String> passwords() {
        Map<String, String> passwords = new LinkedHashMap<>();
        users.forEach((name, user) -> passwords.put(name, user.password()));
        return passwords;
    }
}
