package org.plumbline.ingest.fetch;

import java.net.URI;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.WrongInputException;

/// Which addresses are asked: https; plain http on this machine and where the settings allow it. And how an address
/// is shown: without name, password and query, which may hold a key.
final class Addresses {

    private final FetchSettings settings;

    Addresses(FetchSettings settings) {
        this.settings = settings;
    }

    static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
    }

    static String shown(HttpUrl address) {
        String port = address.port() == HttpUrl.defaultPort(address.scheme()) ? "" : ":" + address.port();
        String query = address.query() == null ? "" : "?…";
        return address.scheme() + "://" + address.host() + port + address.encodedPath() + query;
    }

    /// The address as it may be asked.
    ///
    /// @throws WrongInputException where it may not
    HttpUrl require(URI address) {
        HttpUrl url = HttpUrl.parse(address.toString());
        if (url == null) {
            throw new WrongInputException("an address that is not http(s)://HOST/…; mend it in the command or in "
                    + "plumbline.yaml: " + address.getScheme() + ":…");
        }
        if (!isAllowed(url)) {
            throw new WrongInputException(shown(url) + ": not https; use https, or name the host in plumbline.yaml: "
                    + "fetch: allowHttp: [" + url.host() + "]");
        }
        if (settings.contact().isEmpty() && !isThisMachine(url.host())) {
            throw new WrongInputException(
                    shown(url) + ": its owner wants to know whom to write to; set fetch: contact: "
                            + "you@example.org in plumbline.yaml");
        }
        return url;
    }

    /// The address that one leads to.
    ///
    /// @throws NotFetchedException where nothing is fetched from there
    HttpUrl follow(HttpUrl from, @Nullable String location) throws NotFetchedException {
        HttpUrl to = location == null ? null : from.resolve(location);
        if (to == null) {
            throw unsafe(from, "leads to no web address");
        }
        if (from.isHttps() && !to.isHttps()) {
            throw unsafe(from, "leads from https to http (" + to.host() + ")");
        }
        if (!isAllowed(to)) {
            throw unsafe(from, "leads to plain http on " + to.host());
        }
        if (isThisMachine(to.host()) && !isThisMachine(from.host())) {
            throw unsafe(from, "leads to this machine");
        }
        if (settings.contact().isEmpty() && !isThisMachine(to.host())) {
            throw unsafe(from, "leads to " + to.host() + ", which is not asked without fetch: contact:");
        }
        return to;
    }

    private boolean isAllowed(HttpUrl url) {
        return url.isHttps()
                || isThisMachine(url.host())
                || settings.allowHttp().contains(url.host());
    }

    private static NotFetchedException unsafe(HttpUrl from, String why) {
        return new NotFetchedException(
                NotFetchedException.Reason.UNSAFE, shown(from) + ": " + why + "; give the address where it is now");
    }
}
