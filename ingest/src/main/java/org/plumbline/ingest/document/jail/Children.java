package org.plumbline.ingest.document.jail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.tika.exception.TikaConfigException;
import org.apache.tika.pipes.FetchEmitTuple;
import org.apache.tika.pipes.HandlerConfig;
import org.apache.tika.pipes.PipesConfig;
import org.apache.tika.pipes.PipesException;
import org.apache.tika.pipes.PipesParser;
import org.apache.tika.pipes.PipesResult;
import org.apache.tika.pipes.emitter.EmitKey;
import org.apache.tika.pipes.fetcher.FetchKey;
import org.apache.tika.sax.BasicContentHandlerFactory;
import org.plumbline.ingest.document.child.FileEmitter;
import org.plumbline.ingest.document.child.HeadDetector;
import org.plumbline.ingest.document.child.PdfParser;
import org.plumbline.ingest.document.child.WebPageParser;
import org.plumbline.ingest.text.Quarantined.Reason;

/// Child JVMs that take documents apart, one document at a time each; Tika's Pipes starts them, ends one that takes
/// too long, and starts another for the next document. May be called by as many threads as there are children.
public final class Children implements AutoCloseable {

    /// After so many documents a child is replaced, so that its limit of CPU time is one of every document.
    private static final int MOST_DOCUMENTS = 50;

    private static final Duration START = Duration.ofSeconds(60);

    private final PipesParser pipes;
    private final Bounds bounds;
    private final Jail jail;

    private Children(PipesParser pipes, Bounds bounds, Jail jail) {
        this.pipes = pipes;
        this.bounds = bounds;
        this.jail = jail;
    }

    /// Prepares children; they start with their first document.
    ///
    /// @param folder an existing one for their command, configuration and messages
    public static Children open(Bounds bounds, Path folder) {
        return open(
                bounds,
                folder,
                List.of(
                        PdfParser.class.getName(),
                        WebPageParser.class.getName(),
                        "org.apache.tika.parser.microsoft.ooxml.OOXMLParser"));
    }

    static Children open(Bounds bounds, Path folder, List<String> parsers) {
        quieten();
        try {
            Jail jail =
                    Jail.in(folder, bounds.time().multipliedBy(MOST_DOCUMENTS).plusMinutes(1));
            Path configuration = Files.writeString(folder.resolve("tika-config.xml"), configuration(parsers));
            PipesConfig pipes = PipesConfig.load(configuration);
            pipes.setNumClients(bounds.children());
            pipes.setTimeoutMillis(bounds.time().toMillis());
            pipes.setStartupTimeoutMillis(START.toMillis());
            pipes.setSleepOnStartupTimeoutMillis(100);
            pipes.setMaxForEmitBatchBytes(0);
            pipes.setMaxFilesProcessedPerProcess(MOST_DOCUMENTS);
            pipes.setJavaPath(jail.command().toString());
            pipes.setForkedJvmArgs(arguments(bounds));
            return new Children(new PipesParser(pipes), bounds, jail);
        } catch (IOException | TikaConfigException e) {
            throw new IllegalStateException("the child JVMs' configuration cannot be written to " + folder, e);
        }
    }

    /// Whether the children run without a network; else the system does not let this user have it.
    public boolean closed() {
        return jail.closed();
    }

    /// Takes one document apart.
    ///
    /// @param to where its XHTML goes; nothing stands there where it was refused
    public Outcome convert(Path document, Path to) {
        FetchEmitTuple task = new FetchEmitTuple(
                UUID.randomUUID().toString(),
                new FetchKey("files", document.toAbsolutePath().toString()),
                new EmitKey(FileEmitter.NAME, to.toAbsolutePath().toString()));
        task.getParseContext()
                .set(
                        HandlerConfig.class,
                        new HandlerConfig(
                                BasicContentHandlerFactory.HANDLER_TYPE.XML,
                                HandlerConfig.PARSE_MODE.CONCATENATE,
                                -1,
                                0,
                                true));
        try {
            Outcome outcome = outcome(pipes.parse(task));
            if (outcome instanceof Outcome.Refused) {
                Files.deleteIfExists(to);
            }
            return outcome;
        } catch (IOException | PipesException e) {
            throw new IllegalStateException("a child JVM cannot be started or spoken to", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a child", e);
        }
    }

    @Override
    public void close() {
        try {
            pipes.close();
        } catch (IOException e) {
            throw new IllegalStateException("a child JVM cannot be ended", e);
        }
    }

    private Outcome outcome(PipesResult result) {
        return switch (result.getStatus()) {
            case EMIT_SUCCESS, PARSE_SUCCESS -> new Outcome.Converted();
            case TIMEOUT ->
                new Outcome.Refused(
                        Reason.TIMED_OUT,
                        "not read within " + bounds.time().toSeconds()
                                + " s; raise documents.seconds, or store a simpler copy");
            case OOM, UNSPECIFIED_CRASH ->
                new Outcome.Refused(
                        Reason.CRASHED,
                        "the child process died of it (its heap is " + bounds.heapMegabytes()
                                + " MB); raise documents.heapMegabytes, or store a simpler copy");
            case EMIT_SUCCESS_PARSE_EXCEPTION,
                    PARSE_SUCCESS_WITH_EXCEPTION,
                    PARSE_EXCEPTION_NO_EMIT,
                    PARSE_EXCEPTION_EMIT,
                    FETCH_EXCEPTION,
                    EMPTY_OUTPUT,
                    EMIT_EXCEPTION -> failed(result.getMessage());
            default ->
                throw new IllegalStateException(
                        "the child answers " + result.getStatus() + ": " + firstLine(result.getMessage()));
        };
    }

    private static Outcome failed(@org.jspecify.annotations.Nullable String trace) {
        String what = firstLine(trace);
        return what.contains("EncryptedDocumentException")
                ? new Outcome.Refused(Reason.ENCRYPTED, "it opens with a password only; store a copy without one")
                : new Outcome.Refused(
                        Reason.DAMAGED,
                        "it cannot be taken apart (" + what + "); fetch it again, or look at it by hand");
    }

    private static String firstLine(@org.jspecify.annotations.Nullable String trace) {
        String line = trace == null ? "no message" : trace.lines().findFirst().orElse("no message");
        return line.length() > 160 ? line.substring(0, 160) + "…" : line;
    }

    private static List<String> arguments(Bounds bounds) {
        List<String> arguments = new ArrayList<>(List.of(
                "-cp",
                ChildClassPath.of(System.getProperty("java.class.path", "")),
                "-Xmx" + bounds.heapMegabytes() + "m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=" + StandardCharsets.UTF_8,
                "-Dlog4j.configurationFile=none",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-Dorg.apache.logging.log4j.simplelog.level=OFF",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        arguments.add("-Dplumbline.pages=" + bounds.pages());
        arguments.add("-Dplumbline.characters=" + bounds.characters());
        return List.copyOf(arguments);
    }

    private static String configuration(List<String> parsers) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<properties>\n<parsers>\n");
        parsers.forEach(parser -> xml.append("<parser class=\"").append(parser).append("\"/>\n"));
        return xml.append("</parsers>\n<detectors>\n<detector class=\"")
                .append(HeadDetector.class.getName())
                .append("\"/>\n</detectors>\n<fetchers>\n")
                .append("<fetcher class=\"org.apache.tika.pipes.fetcher.fs.FileSystemFetcher\"><params>")
                .append("<name>files</name><allowAbsolutePaths>true</allowAbsolutePaths></params></fetcher>\n")
                .append("</fetchers>\n<emitters>\n<emitter class=\"")
                .append(FileEmitter.class.getName())
                .append("\"/>\n</emitters>\n</properties>\n")
                .toString();
    }

    /// A document that ends its child is a result and no fault of this program: what Pipes would log of it is told
    /// by the quarantine.
    private static void quieten() {
        if (System.getProperty("log4j2.configurationFile") == null) {
            System.setProperty("log4j2.configurationFile", "classpath:org/plumbline/ingest/spark/log4j2.properties");
        }
    }
}
