package org.plumbline.ingest.services;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A service on loopback that answers each path with what a test put there, one answer after the other; the last one
/// stays. What it was asked is kept.
public final class Service implements AutoCloseable {

    /// @param etag empty for none; asked with it, 304 is answered
    record Reply(int status, String body, String etag) {}

    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    public Service() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Answers a path so, when all that was put there before was answered.
    public synchronized Service then(String path, int status, String body) {
        return then(path, status, body, "");
    }

    public synchronized Service then(String path, int status, String body, String etag) {
        replies.computeIfAbsent(path, _ -> new ArrayDeque<>()).add(new Reply(status, body, etag));
        return this;
    }

    /// Path and decoded query of every request so far.
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path + "?" + exchange.getRequestURI().getQuery());
        Deque<Reply> there = replies.getOrDefault(path, new ArrayDeque<>());
        Reply reply = there.isEmpty() ? new Reply(404, "", "") : there.getFirst();
        if (there.size() > 1) {
            there.removeFirst();
        }
        boolean known = !reply.etag().isEmpty()
                && reply.etag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        if (!reply.etag().isEmpty()) {
            exchange.getResponseHeaders().set("ETag", reply.etag());
        }
        byte[] body = known ? new byte[0] : reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 304 : reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
