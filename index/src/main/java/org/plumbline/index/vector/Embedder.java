package org.plumbline.index.vector;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.WrongInputException;

/// Turns words into vectors with bge-small-en-v1.5 (Xiao et al., 2023), quantised to eight bits: [#DIMENSIONS]
/// floats, those of the first token, scaled to length 1. Any thread may call it, several at once.
///
/// One session for all threads, one thread a text, one text a call: more threads or texts a call are slower with this
/// model, and texts in one call change each other's vectors. So the same words give the same bits always, on one kind
/// of processor.
public final class Embedder {

    /// Names the model, its vocabulary and how texts are cut, pooled and scaled: vectors of different names do not mix.
    public static final String MODEL_ID = "bge-small-en-v1.5-q-6c9c6101";

    public static final int DIMENSIONS = 384;

    /// How many word pieces of a text count, the marks at both ends left out.
    public static final int MOST_PIECES = WordPieces.MOST_PIECES - 2;

    /// What bge wants before a question, and only there.
    private static final String INSTRUCTION = "Represent this sentence for searching relevant passages: ";

    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

    private static @Nullable Embedder shared;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;
    private final ExecutorService workers;

    private Embedder(UnpackedModel model) {
        environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream tokenizer = Objects.requireNonNull(Embedder.class.getResourceAsStream(TOKENIZER))) {
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.addConfigEntry("session.inter_op.allow_spinning", "0");
            session = environment.createSession(model.model().toString(), options);
            pieces = WordPieces.read(tokenizer);
        } catch (OrtException e) {
            throw model.unusable(e);
        } catch (IOException e) {
            throw new UncheckedIOException("the vocabulary of the embedding model cannot be read", e);
        }
        workers = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().name("embedder-", 0).factory());
    }

    /// The one of this JVM: it holds 150 MB outside the heap, and several would only wait for each other. It is loaded
    /// at the first call.
    ///
    /// @throws WrongInputException where it cannot be unpacked, or this machine cannot run it
    public static synchronized Embedder shared() {
        if (shared == null) {
            shared = loaded(UnpackedModel.ready());
        }
        return shared;
    }

    private static Embedder loaded(UnpackedModel model) {
        try {
            return new Embedder(model);
        } catch (LinkageError e) {
            // The C library is another one, or nothing in the folder may be executed.
            throw model.unusable(e);
        }
    }

    /// The vector of a question or of other words that passages shall be found by.
    public float[] query(String words) {
        return embed(INSTRUCTION + words);
    }

    /// The vector of an article or of a passage; an empty title or abstract counts as none. Of a long one the first
    /// 512 word pieces count.
    public float[] passage(String title, String abstractWords) {
        return embed(VectorKey.words(title, abstractWords));
    }

    /// The vector that will be there when a worker had time for it; there are as many workers as cores.
    public Future<float[]> passageLater(String title, String abstractWords) {
        String words = VectorKey.words(title, abstractWords);
        return workers.submit(() -> embed(words));
    }

    /// The vectors of several passages, computed side by side.
    public List<float[]> passages(List<String> words) {
        List<Future<float[]>> later =
                words.stream().map(each -> passageLater("", each)).toList();
        List<float[]> vectors = new ArrayList<>(later.size());
        later.forEach(each -> vectors.add(await(each)));
        return vectors;
    }

    /// The vector of each word piece of a question in its context, without the instruction: to be compared with
    /// [Reading#words].
    public float[][] words(String question) {
        return run(question, Embedder::eachScaled);
    }

    /// The words of a text as the model cuts it, each as often as it has word pieces: those of [#words] and of
    /// [Reading#words], one by one.
    public List<String> wordOfEachPiece(String text) {
        return pieces.words(text);
    }

    /// The vectors of an article and of its words, when a worker had time for them: no dearer than the first alone.
    public Future<Reading> readingLater(String title, String abstractWords) {
        String words = VectorKey.words(title, abstractWords);
        return workers.submit(() -> run(words, pieces -> new Reading(scaled(pieces.duplicate()), eachScaled(pieces))));
    }

    /// Waits for what a worker does.
    public static <T> T await(Future<T> later) {
        try {
            return later.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while embedding", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("embedding failed", e.getCause());
        }
    }

    /// The cosine of two vectors of length 1.
    public static double cosine(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (double) left[i] * right[i];
        }
        return sum;
    }

    private float[] embed(String words) {
        return run(words, Embedder::scaled);
    }

    /// @param reading takes what is needed out of the vectors of all pieces, which are gone afterwards
    private <T> T run(String words, Function<FloatBuffer, T> reading) {
        long[] ids = pieces.of(words);
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            return reading.apply(((OnnxTensor) result.get(0)).getFloatBuffer());
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model failed", e);
        }
    }

    /// The vectors of all pieces but the marks at both ends, each scaled to length 1.
    private static float[][] eachScaled(FloatBuffer pieces) {
        int count = pieces.remaining() / DIMENSIONS - 2;
        pieces.position(DIMENSIONS);
        float[][] vectors = new float[count][];
        for (int i = 0; i < count; i++) {
            vectors[i] = scaled(pieces);
        }
        return vectors;
    }

    /// The next piece's vector, scaled to length 1.
    private static float[] scaled(FloatBuffer tokens) {
        float[] vector = new float[DIMENSIONS];
        tokens.get(vector);
        double length = Math.sqrt(cosine(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }
}
