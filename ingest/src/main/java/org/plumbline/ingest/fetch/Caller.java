package org.plumbline.ingest.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// Asks once: at the host's rate, through redirects that are safe, within the time bounds. For several threads.
final class Caller implements AutoCloseable {

    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> AGAIN = Set.of(408, 429, 500, 502, 503, 504);
    private static final Set<Integer> GONE = Set.of(404, 410);

    private final OkHttpClient client;
    private final Addresses addresses;
    private final HostRates rates;
    private final Timing timing;
    private final Traffic traffic;
    private final String userAgent;

    Caller(FetchSettings settings, Timing timing, Traffic traffic) {
        Proxies proxies = new Proxies(settings.proxy(), System.getenv());
        this.client = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .proxySelector(proxies)
                .proxyAuthenticator(proxies.authenticator())
                .connectTimeout(Duration.ofSeconds(settings.connectSeconds()))
                .readTimeout(Duration.ofSeconds(settings.readSeconds()))
                .writeTimeout(Duration.ofSeconds(settings.readSeconds()))
                .callTimeout(Duration.ofMinutes(settings.callMinutes()))
                .build();
        this.addresses = new Addresses(settings);
        this.rates = new HostRates(settings.perSecond(), timing);
        this.timing = timing;
        this.traffic = traffic;
        this.userAgent =
                settings.contact().isEmpty() ? "plumbline/0.1.0" : "plumbline/0.1.0 (+" + address(settings) + ")";
    }

    private static String address(FetchSettings settings) {
        return settings.contact().startsWith("http") || settings.contact().startsWith("mailto:")
                ? settings.contact()
                : "mailto:" + settings.contact();
    }

    /// The address as it may be asked.
    ///
    /// @throws org.plumbline.citations.WrongInputException where it may not
    HttpUrl require(URI address) {
        return addresses.require(address);
    }

    /// An answer that is neither a redirect nor an error, to be closed by who asked; 304 and 416 are answers.
    ///
    /// @throws AgainException where the host asks to come again
    /// @throws IOException where the connection failed
    Response get(HttpUrl address, Map<String, String> headers) throws IOException, NotFetchedException {
        HttpUrl at = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Response response = ask(at, headers);
            boolean kept = false;
            try {
                if (!REDIRECTS.contains(response.code())) {
                    requireAnswer(at, response);
                    kept = true;
                    return response;
                }
                at = addresses.follow(at, response.header("Location"));
            } finally {
                if (!kept) {
                    response.close();
                }
            }
        }
        throw new NotFetchedException(
                NotFetchedException.Reason.UNSAFE,
                Addresses.shown(address) + ": leads on and on; give the address where it is now");
    }

    private Response ask(HttpUrl at, Map<String, String> headers) throws IOException {
        rates.await(at.host());
        traffic.request();
        Request request = new Request.Builder()
                .url(at)
                .headers(Headers.of(headers))
                .header("User-Agent", userAgent)
                .build();
        Call call = client.newCall(request);
        Response response = call.execute();
        slowDown(at.host(), response);
        return response;
    }

    /// Crossref says how many requests in which span it takes.
    private void slowDown(String host, Response response) {
        String limit = response.header("X-Rate-Limit-Limit", "");
        String interval = response.header("X-Rate-Limit-Interval", "");
        if (limit.matches("[1-9][0-9]{0,5}") && interval.matches("[1-9][0-9]{0,5}s?")) {
            rates.slowTo(host, Double.parseDouble(limit) / Double.parseDouble(interval.replace("s", "")));
        }
    }

    private void requireAnswer(HttpUrl at, Response response) throws AgainException, NotFetchedException {
        int code = response.code();
        if (response.isSuccessful() || code == 304 || code == 416) {
            return;
        }
        if (AGAIN.contains(code)) {
            Duration wait = RetryAfter.find(response.header("Retry-After"), timing.now())
                    .orElse(Duration.ZERO);
            if (!wait.isZero()) {
                rates.hold(at.host(), wait);
            }
            throw new AgainException("it answers " + code, wait);
        }
        if (GONE.contains(code)) {
            throw new NotFetchedException(
                    NotFetchedException.Reason.GONE, Addresses.shown(at) + ": not there (" + code + ")");
        }
        throw new NotFetchedException(
                NotFetchedException.Reason.REFUSED, Addresses.shown(at) + ": refused (" + code + ")");
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
