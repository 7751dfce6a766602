package org.plumbline.schedule;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.airflow.connection.AirflowServer;
import org.plumbline.airflow.connection.Bounds;
import org.plumbline.airflow.connection.Login;
import org.plumbline.airflow.connection.Secret;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.HomeSettings;
import org.plumbline.schedule.local.Credentials;
import org.plumbline.schedule.local.LocalAirflow;
import org.plumbline.schedule.local.Part;
import org.plumbline.schedule.local.Place;
import org.plumbline.schedule.local.Readiness;

/// The Airflow that a home's commands talk to.
///
/// @param kind the home's own, or one that plumbline.yaml names
/// @param user who asks, for messages
/// @param targets by DAG id, how long after its last success it counts as late
record Target(Path home, Kind kind, AirflowServer server, String user, Map<String, Duration> targets) {

    enum Kind {
        LOCAL,
        NAMED
    }

    private static final Bounds BOUNDS = new Bounds(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(30),
            3,
            Duration.ofSeconds(2),
            32L << 20);

    /// The one that the home's settings name, else the local one.
    ///
    /// @throws WrongInputException where there is neither, or a secret is missing
    static Target of(Path home, Map<String, String> environment) {
        AirflowSection section = HomeSettings.read(home).section("airflow", AirflowSection.class);
        String url = section.url();
        if (url != null) {
            return named(home, section, url, environment);
        }
        Credentials credentials = Credentials.find(home)
                .orElseThrow(() -> new WrongInputException(
                        "no Airflow is known here: start one with plumbline schedule up," + " or name one in "
                                + home.resolve("plumbline.yaml") + " (airflow: url, see docs/settings.md)"));
        AirflowServer server = Readiness.server(credentials).withBounds(BOUNDS);
        return new Target(home, Kind.LOCAL, server, Credentials.OWN_USER, section.durations());
    }

    private static Target named(Path home, AirflowSection section, String url, Map<String, String> environment) {
        String user = Optional.ofNullable(section.user()).orElse("");
        Login login = section.tokenFile() == null && section.tokenVariable() == null
                ? new Login.Password(user, secret(section.passwordFile(), section.passwordVariable(), environment))
                : new Login.Bearer(secret(section.tokenFile(), section.tokenVariable(), environment));
        try {
            AirflowServer server = AirflowServer.at(new URI(url), login).withBounds(BOUNDS);
            if (section.caFile() != null) {
                server = server.withCaFile(home.resolve(section.caFile()));
            }
            if (section.proxy() != null) {
                server = server.withProxy(new URI(section.proxy()));
            }
            return new Target(
                    home, Kind.NAMED, server, user.isEmpty() ? "the token's user" : user, section.durations());
        } catch (URISyntaxException e) {
            throw new WrongInputException(settings(home) + ": no URL: " + e.getInput() + "; mend it", e);
        } catch (IllegalArgumentException e) {
            throw new WrongInputException(settings(home) + ": " + e.getMessage(), e);
        }
    }

    private static String settings(Path home) {
        return home.resolve("plumbline.yaml") + ": airflow";
    }

    private static Secret secret(@Nullable String file, @Nullable String variable, Map<String, String> environment) {
        if (variable != null) {
            if (environment.getOrDefault(variable, "").isBlank()) {
                throw new WrongInputException("the environment variable " + variable
                        + ", which plumbline.yaml names for Airflow, is not set; set it to the secret");
            }
            return Secret.variable(variable);
        }
        Path path = Path.of(Optional.ofNullable(file).orElse(""));
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new WrongInputException(
                    path + ": the file of a secret, which plumbline.yaml names for Airflow, cannot be read; check it");
        }
        return Secret.file(path);
    }

    /// The processes of the home's own Airflow; none where another is named.
    Map<Part, Long> living() {
        return switch (kind) {
            case LOCAL -> local().living();
            case NAMED -> Map.of();
        };
    }

    private LocalAirflow local() {
        return new LocalAirflow(home, new Place(Path.of("")), Map.of(), Map.of(), _ -> {});
    }
}
