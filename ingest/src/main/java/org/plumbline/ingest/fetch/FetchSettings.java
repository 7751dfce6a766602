package org.plumbline.ingest.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.HomeSettings;

/// The section `fetch:` of `plumbline.yaml`. What is not given takes the default said here.
///
/// @param contact an e-mail address or a web page that the sources may write to; sent as User-Agent; without one
///     only this machine is asked
/// @param proxy such as `http://proxy.example.org:3128`; empty: what the environment says (`HTTPS_PROXY`,
///     `HTTP_PROXY`, `NO_PROXY`). Name and password, where it wants them, stand in the environment only
/// @param allowHttp hosts that may be asked without TLS, such as a mirror in the house
/// @param perSecond requests a second by host; known hosts have defaults, others 2
/// @param attempts how often in a row something is tried without a byte of progress: 6
/// @param atOnce files fetched at the same time: 3
/// @param connectSeconds for a connection to be made: 20
/// @param readSeconds for the next bytes to come: 60
/// @param callMinutes for one answer in whole: 60; what was cut by it goes on from there
/// @param slowestBytesPerSecond a minute at less is cut, and goes on from there: 1,000
/// @param longestWaitSeconds that a source may ask to wait (Retry-After): 900
/// @param fileGigabytes the largest file: 4
public record FetchSettings(
        String contact,
        String proxy,
        Set<String> allowHttp,
        Map<String, Double> perSecond,
        int attempts,
        int atOnce,
        int connectSeconds,
        int readSeconds,
        int callMinutes,
        long slowestBytesPerSecond,
        long longestWaitSeconds,
        int fileGigabytes) {

    public FetchSettings {
        contact = contact == null ? "" : contact.strip();
        proxy = proxy == null ? "" : proxy.strip();
        allowHttp = allowHttp == null ? Set.of() : Set.copyOf(allowHttp);
        perSecond = perSecond == null ? Map.of() : Map.copyOf(perSecond);
        attempts = within("attempts", attempts, 6, 100);
        atOnce = within("atOnce", atOnce, 3, 32);
        connectSeconds = within("connectSeconds", connectSeconds, 20, 3_600);
        readSeconds = within("readSeconds", readSeconds, 60, 3_600);
        callMinutes = within("callMinutes", callMinutes, 60, 24 * 60);
        slowestBytesPerSecond = slowestBytesPerSecond == 0 ? 1_000 : slowestBytesPerSecond;
        longestWaitSeconds = longestWaitSeconds == 0 ? 900 : longestWaitSeconds;
        fileGigabytes = within("fileGigabytes", fileGigabytes, 4, 1_000);
        if (!contact.matches("[\\x21-\\x7e]{0,200}") || (!contact.isEmpty() && !contact.matches(".*[@:].*"))) {
            throw new WrongInputException(
                    "contact: expected an e-mail address such as library@example.org, or a web address");
        }
        if (perSecond.values().stream().anyMatch(rate -> !(rate > 0 && rate <= 1_000))) {
            throw new WrongInputException("perSecond: expected requests a second, above 0 and up to 1000");
        }
        requireProxy(proxy);
    }

    /// What a home's `plumbline.yaml` says.
    public static FetchSettings read(Path home) {
        return HomeSettings.read(home).section("fetch", FetchSettings.class);
    }

    /// The defaults, with a contact.
    public static FetchSettings of(String contact) {
        return new FetchSettings(contact, "", Set.of(), Map.of(), 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private static int within(String name, int value, int usual, int most) {
        if (value < 0 || value > most) {
            throw new WrongInputException(name + ": expected 1 to " + most + ", not " + value);
        }
        return value == 0 ? usual : value;
    }

    private static void requireProxy(String proxy) {
        if (proxy.isEmpty()) {
            return;
        }
        try {
            URI address = new URI(proxy);
            if (address.getUserInfo() != null) {
                throw new WrongInputException(
                        "proxy: a name or password does not stand in this file; set HTTPS_PROXY in the environment");
            }
            if (!"http".equals(address.getScheme()) || address.getHost() == null) {
                throw new WrongInputException("proxy: expected http://HOST:PORT");
            }
        } catch (URISyntaxException e) {
            throw new WrongInputException("proxy: expected http://HOST:PORT", e);
        }
    }
}
