package org.plumbline.schedule;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.plumbline.airflow.connection.AirflowServer;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.HomeSettings;
import org.plumbline.schedule.local.Credentials;

/// The Airflow of a home, for others who have something to tell it.
public final class HomeAirflow {

    private HomeAirflow() {}

    /// The one that the section `airflow:` of plumbline.yaml names, else the home's own if it was ever started; empty
    /// where there is neither. Nothing is asked, so it may be down.
    ///
    /// @param environment where secrets stand
    /// @throws WrongInputException where the section is wrong, or a secret that it names is missing
    public static Optional<AirflowServer> find(Path home, Map<String, String> environment) {
        boolean isNamed =
                HomeSettings.read(home).section("airflow", AirflowSection.class).url() != null;
        return isNamed || Credentials.find(home).isPresent()
                ? Optional.of(Target.of(home, environment).server())
                : Optional.empty();
    }
}
