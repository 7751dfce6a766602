package org.plumbline.ingest.services;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.HomeSettings;

/// The section `services:` of `plumbline.yaml`: where the services are, where that is not their public address.
///
/// @param retractionWatch the list itself
/// @param crossref above `works`
/// @param europePmc above `search`
/// @param clinicalTrials above `studies`
public record ServiceAddresses(String retractionWatch, String crossref, String europePmc, String clinicalTrials) {

    public ServiceAddresses {
        retractionWatch = valid(
                "retractionWatch",
                retractionWatch,
                "https://gitlab.com/crossref/retraction-watch-data/-/raw/main/retraction_watch.csv");
        crossref = valid("crossref", crossref, "https://api.crossref.org/v1");
        europePmc = valid("europePmc", europePmc, "https://www.ebi.ac.uk/europepmc/webservices/rest");
        clinicalTrials = valid("clinicalTrials", clinicalTrials, "https://clinicaltrials.gov/api/v2");
    }

    /// What a home's `plumbline.yaml` says.
    public static ServiceAddresses read(Path home) {
        return HomeSettings.read(home).section("services", ServiceAddresses.class);
    }

    private static String valid(String name, String given, String usual) {
        if (given == null || given.isBlank()) {
            return usual;
        }
        try {
            if (new URI(given.strip()).getHost() != null) {
                return given.strip().replaceFirst("/+$", "");
            }
        } catch (URISyntaxException e) {
            throw new WrongInputException(name + ": " + given + " is no address; expected https://…", e);
        }
        throw new WrongInputException(name + ": " + given + " is no address; expected https://…");
    }
}
