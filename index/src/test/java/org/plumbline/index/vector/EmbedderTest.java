package org.plumbline.index.vector;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbedderTest {

    private static final List<String> TEXTS = List.of(
            "Aspirin reduces the risk of myocardial infarction in men.",
            "A randomised controlled trial of 1,024 patients with heart failure (NYHA II–IV): HR 0.74, 95% CI 0.65–0.85.",
            "The weather was fine.",
            "x",
            "Mortality did not differ between the groups. ".repeat(30));

    private final Embedder embedder = Embedder.shared();

    @BeforeAll
    static void keepTheirLibraryOffline() {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
    }

    @Test
    void embedsAsTheReferenceDoes() {
        BgeSmallEnV15QuantizedEmbeddingModel reference = new BgeSmallEnV15QuantizedEmbeddingModel();
        for (String text : TEXTS) {
            float[] expected = reference.embed(text).content().vector();
            assertThat(Embedder.cosine(embedder.passage("", text), expected))
                    .as(text)
                    .isGreaterThan(0.9999)
                    .isLessThan(1.00001);
        }
    }

    @Test
    void givesTheSameBitsOnEveryThread() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<float[]> alone =
                TEXTS.stream().map(text -> embedder.passage("", text)).toList();
        List<Integer> order = IntStream.range(0, 40)
                .mapToObj(_ -> random.nextInt(TEXTS.size()))
                .toList();
        List<Future<float[]>> later = new ArrayList<>();
        order.forEach(text -> later.add(embedder.passageLater("", TEXTS.get(text))));
        for (int i = 0; i < order.size(); i++) {
            assertThat(Embedder.await(later.get(i))).as("seed %d", seed).isEqualTo(alone.get(order.get(i)));
        }
    }

    @Test
    void givesVectorsOfLengthOne() {
        for (String text : List.of("", " ", "heart failure", "心", "[SEP]", "a".repeat(10_000_000))) {
            float[] vector = embedder.passage("", text);
            assertThat(vector).hasSize(Embedder.DIMENSIONS);
            assertThat(Embedder.cosine(vector, vector)).isBetween(0.99999, 1.00001);
        }
    }

    @Test
    void joinsTitleAndAbstractWithABlank() {
        assertThat(embedder.passage(" Heart failure. ", "It is common."))
                .isEqualTo(embedder.passage("", "Heart failure. It is common."))
                .isEqualTo(embedder.passages(List.of("Heart failure. It is common."))
                        .getFirst());
        assertThat(VectorKey.of(" Heart failure. ", "It is common."))
                .isEqualTo(VectorKey.of("Heart failure.", " It is common. "))
                .isNotEqualTo(VectorKey.of("Heart failure.", ""));
    }

    @Test
    void putsTheInstructionBeforeQuestionsOnly() {
        float[] passage = embedder.passage("", "Aspirin prevents heart attacks.");
        assertThat(embedder.query("Aspirin prevents heart attacks."))
                .isNotEqualTo(passage)
                .isEqualTo(embedder.passage(
                        "Represent this sentence for searching relevant passages: Aspirin prevents heart attacks.",
                        ""));
    }

    @Test
    void namesTheModelByItsDigest() throws Exception {
        try (InputStream model = EmbedderTest.class.getResourceAsStream("/" + UnpackedModel.MODEL)) {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Objects.requireNonNull(model).readAllBytes());
            assertThat(Embedder.MODEL_ID).endsWith("-" + HexFormat.of().formatHex(digest, 0, 4));
        }
    }

    /// Newer builds of the runtime have the address of their maker's collector of events in them.
    @Test
    void runsOnALibraryThatKnowsNobodyToReportTo() throws IOException {
        for (String platform : List.of("linux-x64/libonnxruntime.so", "linux-aarch64/libonnxruntime.so")) {
            try (InputStream library = OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/" + platform)) {
                String bytes = new String(Objects.requireNonNull(library).readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(bytes).contains("GraphOptimizationLevel").doesNotContain("data.microsoft.com");
            }
        }
    }

    @Test
    void ranksWhatAnswersTheQuestionFirst() {
        float[] question = embedder.query("does aspirin protect against heart attacks?");
        assertThat(Embedder.cosine(question, embedder.passage("", TEXTS.get(0))))
                .isGreaterThan(Embedder.cosine(question, embedder.passage("", TEXTS.get(2))));
    }
}
