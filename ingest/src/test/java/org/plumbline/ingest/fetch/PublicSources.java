package org.plumbline.ingest.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A web server on this machine that serves files as the public sources do, byte for byte over a plain socket so
/// that anything can go wrong: NLM's index pages (a folder's address ends with a slash), S3's `ListObjectsV2` (a
/// query `list-type=2` below a bucket's path), single files with ETag, Last-Modified and ranges. Started by itself
/// it serves a data folder: `PublicSources PORT DATA [UPDATES]`, and does what lines of its standard input say:
/// `update N` puts one more update file of PubMed, a made one or the XML that `update N FILE` names, `put PATH FILE`
/// serves a file at a path, `stall NAME` has the next answer for a file go silent (and says `stalled` when it did).
/// It ends with its standard input.
public final class PublicSources implements AutoCloseable {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).withZone(ZoneOffset.UTC);

    /// A request and what it was answered.
    ///
    /// @param range the header's value, else empty
    /// @param bytes of the body that were sent
    public record Asked(String method, String target, String range, String userAgent, int status, long bytes) {

        String path() {
            return target.replaceFirst("\\?.*", "");
        }
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("public-sources-", 0).factory());
    private final Map<String, String> saidByAll = new ConcurrentHashMap<>();
    private final NavigableMap<String, Served> files = new ConcurrentSkipListMap<>();
    private final Map<String, String> redirects = new ConcurrentSkipListMap<>();
    private final Map<String, Runnable> afterHeaders = new ConcurrentSkipListMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Fault.Script script = Fault.NONE;

    private PublicSources(ServerSocket socket) {
        this.socket = socket;
    }

    /// Serves nothing yet.
    ///
    /// @param port 0 for any that is free
    public static PublicSources start(int port) {
        try {
            ServerSocket socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            PublicSources sources = new PublicSources(socket);
            sources.threads.execute(sources::accept);
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[1]);
        PublicSources sources = start(Integer.parseInt(args[0]));
        PubmedShelf pubmed = PubmedShelf.of(sources);
        pubmed.fill(data, args.length > 2 ? Integer.parseInt(args[2]) : 3);
        PmcShelf.of(sources).fill(data, "2026-11-22T01-00Z");
        say(sources.address() + " serves pubmed/ and pmc/");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", 3);
            switch (words[0]) {
                case "update" -> {
                    int number = Integer.parseInt(words[1]);
                    pubmed.putUpdate(
                            number,
                            words.length > 2
                                    ? PubmedShelf.gzip(Files.readString(Path.of(words[2])))
                                    : PubmedShelf.made(number));
                }
                case "put" -> sources.put(words[1], Files.readAllBytes(Path.of(words[2])), Instant.now());
                case "stall" -> sources.script(Fault.of(words[1], new Fault.Stall(1, () -> say("stalled"))));
                default -> throw new IllegalArgumentException(line);
            }
            say("done: " + line);
        }
        sources.close();
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /// The root, ending with a slash.
    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    /// Serves these bytes at a path such as `/pubmed/baseline/pubmed26n0001.xml.gz`.
    public void put(String path, byte[] bytes, Instant modified) {
        files.put(path, Served.of(bytes, modified));
    }

    public void remove(String path) {
        files.remove(path);
    }

    byte[] bytes(String path) {
        return Optional.ofNullable(files.get(path)).orElseThrow().bytes();
    }

    NavigableMap<String, Served> files() {
        return files;
    }

    /// Requests for a path are answered 302.
    void redirect(String path, String location) {
        redirects.put(path, location);
    }

    /// A header that stands on every answer from now on.
    public void sayAlways(String header, String value) {
        saidByAll.put(header, value);
    }

    public void script(Fault.Script next) {
        script = next;
    }

    /// Done once, after the headers and half the body of the next answer for this path were sent; the connection is
    /// cut then.
    void halfway(String path, Runnable event) {
        afterHeaders.put(path, event);
    }

    /// All requests so far, in the order they were answered.
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public void forgetAsked() {
        asked.clear();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var _ = threads.shutdownNow();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (SocketException _) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            String request = in.readLine();
            if (request == null) {
                return;
            }
            Map<String, String> headers = new LinkedHashMap<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            String[] words = request.split(" ", 3);
            new Answer(words[0], words[1], headers, in, connection.getOutputStream()).give();
        } catch (IOException _) {
            // The other side went away: a fault of its own, or the test's.
        }
    }

    /// One request's answer. For one thread.
    private final class Answer {

        private final String method;
        private final String target;
        private final Map<String, String> headers;
        private final BufferedReader in;
        private final OutputStream out;

        Answer(String method, String target, Map<String, String> headers, BufferedReader in, OutputStream out) {
            this.in = in;
            this.method = method;
            this.target = target;
            this.headers = headers;
            this.out = out;
        }

        void give() throws IOException {
            String path = URLDecoder.decode(target.replaceFirst("\\?.*", ""), StandardCharsets.UTF_8);
            Optional<Fault> fault = script.next(path);
            if (fault.isPresent() && fault.get() instanceof Fault.Status(int code, String retryAfter)) {
                send(code, retryAfter.isEmpty() ? Map.of() : Map.of("Retry-After", retryAfter), new byte[0], fault);
                return;
            }
            String location = redirects.get(path);
            if (location != null) {
                send(302, Map.of("Location", location), new byte[0], fault);
                return;
            }
            Optional<Served> served = find(path);
            if (served.isEmpty()) {
                send(404, Map.of(), "no such key".getBytes(StandardCharsets.UTF_8), fault);
            } else {
                file(path, served.get(), fault);
            }
        }

        private Optional<Served> find(String path) {
            if (target.contains("list-type=2")) {
                byte[] page = S3Page.of(files, path, target).getBytes(StandardCharsets.UTF_8);
                return Optional.of(new Served(page, "", Instant.EPOCH));
            }
            if (path.endsWith("/")) {
                return IndexPage.find(files, path)
                        .map(page -> Served.of(page.getBytes(StandardCharsets.UTF_8), Instant.EPOCH));
            }
            return Optional.ofNullable(files.get(path));
        }

        private void file(String path, Served served, Optional<Fault> fault) throws IOException {
            Map<String, String> said = new LinkedHashMap<>();
            if (!served.etag().isEmpty()) {
                said.put("ETag", served.etag());
                said.put("Last-Modified", HTTP_DATE.format(served.modified()));
            }
            said.put("Accept-Ranges", "bytes");
            if (!served.etag().isEmpty() && served.etag().equals(headers.get("if-none-match"))) {
                send(304, said, new byte[0], fault);
                return;
            }
            byte[] bytes = served.bytes();
            String range = headers.getOrDefault("range", "");
            boolean same = headers.getOrDefault("if-range", served.etag()).equals(served.etag());
            boolean ignored = fault.isPresent() && fault.get() instanceof Fault.IgnoreRange;
            if (range.isEmpty() || !same || ignored) {
                body(path, 200, said, bytes, fault);
                return;
            }
            int from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
            if (from >= bytes.length) {
                said.put("Content-Range", "bytes */" + bytes.length);
                send(416, said, new byte[0], fault);
                return;
            }
            said.put("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
            body(path, 206, said, Arrays.copyOfRange(bytes, from, bytes.length), fault);
        }

        private void body(String path, int code, Map<String, String> said, byte[] bytes, Optional<Fault> fault)
                throws IOException {
            Runnable event = afterHeaders.remove(path);
            if (event != null) {
                send(code, said, bytes, Optional.of(new Fault.Cut(bytes.length / 2)));
                event.run();
                return;
            }
            send(code, said, bytes, fault);
        }

        private void send(int code, Map<String, String> said, byte[] bytes, Optional<Fault> fault) throws IOException {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + code + " x\r\nConnection: close\r\n");
            saidByAll.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            said.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            if (code != 304) {
                head.append("Content-Length: ").append(bytes.length).append("\r\n");
            }
            byte[] sent = method.equals("HEAD") ? new byte[0] : wrong(bytes, fault);
            // Before a byte is sent: who has the answer must find its question noted.
            asked.add(new Asked(
                    method,
                    target,
                    headers.getOrDefault("range", ""),
                    headers.getOrDefault("user-agent", ""),
                    code,
                    sent.length));
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            if (fault.isPresent() && fault.get() instanceof Fault.Drip) {
                drip(sent);
            } else {
                out.write(sent);
            }
            out.flush();
            if (fault.isPresent() && fault.get() instanceof Fault.Stall(int _, Runnable then)) {
                then.run();
                var _ = in.read();
            }
        }

        private void drip(byte[] bytes) throws IOException {
            for (int at = 0; at < bytes.length; at += 512) {
                out.write(bytes, at, Math.min(512, bytes.length - at));
                out.flush();
            }
        }

        private static byte[] wrong(byte[] bytes, Optional<Fault> fault) {
            if (fault.isEmpty()) {
                return bytes;
            }
            return switch (fault.get()) {
                case Fault.Cut(int after) -> Arrays.copyOf(bytes, Math.min(bytes.length, after));
                case Fault.Stall(int after, Runnable _) -> Arrays.copyOf(bytes, Math.min(bytes.length, after));
                case Fault.Garble _ -> garbled(bytes);
                case Fault.Status _, Fault.Drip _, Fault.IgnoreRange _ -> bytes;
            };
        }

        private static byte[] garbled(byte[] bytes) {
            byte[] other = bytes.clone();
            if (other.length > 0) {
                other[other.length / 2] ^= 1;
            }
            return other;
        }
    }
}
