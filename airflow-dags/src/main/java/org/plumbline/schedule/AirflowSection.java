package org.plumbline.schedule;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.WrongInputException;

/// The section `airflow:` of plumbline.yaml: which Airflow, and how fresh its DAGs shall be. Without a `url` it is
/// the local one of the home.
///
/// @param url as in a browser, such as `https://airflow.example.org`
/// @param user who asks, with the password in a file or an environment variable
/// @param tokenFile instead of user and password, for Airflows that give tokens elsewhere; or tokenVariable
/// @param caFile PEM with authorities to trust besides
/// @param proxy such as `http://proxy.example.org:3128`
/// @param targets by DAG, how long after its last success it counts as late: ISO 8601, such as `P2D`
record AirflowSection(
        @Nullable String url,
        @Nullable String user,
        @Nullable String passwordFile,
        @Nullable String passwordVariable,
        @Nullable String tokenFile,
        @Nullable String tokenVariable,
        @Nullable String caFile,
        @Nullable String proxy,
        Map<String, String> targets) {

    AirflowSection {
        targets = targets == null ? Map.of() : Map.copyOf(targets);
        targets.forEach((dag, target) -> duration(dag, target));
        if (url != null
                && Stream.of(passwordFile, passwordVariable, tokenFile, tokenVariable)
                                .filter(given -> given != null)
                                .count()
                        != 1) {
            throw new WrongInputException(
                    "url is given: name exactly one of passwordFile, passwordVariable (with user),"
                            + " tokenFile and tokenVariable");
        }
        if (url != null && user == null && tokenFile == null && tokenVariable == null) {
            throw new WrongInputException("a password is given and no user: name one");
        }
        if (url == null
                && Stream.of(user, passwordFile, passwordVariable, tokenFile, tokenVariable, caFile, proxy)
                        .anyMatch(given -> given != null)) {
            throw new WrongInputException("no url is given: name the Airflow, or leave targets only");
        }
    }

    /// The targets by full id of the DAG.
    Map<String, Duration> durations() {
        Map<String, Duration> durations = new TreeMap<>();
        targets.forEach((dag, target) -> durations.put(DagName.full(dag), duration(dag, target)));
        return durations;
    }

    private static Duration duration(String dag, String target) {
        try {
            Duration duration = Duration.parse(target);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeParseException _) {
            // said below
        }
        throw new WrongInputException(
                "targets: " + dag + ": \"" + target + "\" is no span of days or less, such as P2D or PT12H");
    }
}
