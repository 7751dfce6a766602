package org.plumbline.index.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.WrongInputException;

class MeshVocabularyTest {

    private static final String XML = """
            <?xml version="1.0"?>
            <!DOCTYPE DescriptorRecordSet SYSTEM "https://www.nlm.nih.gov/databases/dtd/nlmdescriptorrecordset_20260101.dtd">
            <DescriptorRecordSet LanguageCode="eng">
            <DescriptorRecord DescriptorClass="1">
              <DescriptorUI>D000001</DescriptorUI>
              <DescriptorName><String>Sample Diseases &amp; Signs</String></DescriptorName>
              <AllowableQualifiersList><AllowableQualifier><QualifierReferredTo><QualifierUI>Q000188</QualifierUI>
                <QualifierName><String>drug therapy</String></QualifierName></QualifierReferredTo></AllowableQualifier>
              </AllowableQualifiersList>
              <TreeNumberList><TreeNumber>C99.1</TreeNumber><TreeNumber>C98</TreeNumber></TreeNumberList>
              <ConceptList><Concept PreferredConceptYN="Y"><ConceptUI>M1</ConceptUI>
                <ConceptName><String>Sample Diseases</String></ConceptName>
                <TermList>
                  <Term><TermUI>T1</TermUI><String>Sample Diseases &amp; Signs</String></Term>
                  <Term><TermUI>T2</TermUI><String>Sample Sickness</String></Term>
                </TermList></Concept></ConceptList>
            </DescriptorRecord>
            <DescriptorRecord DescriptorClass="1">
              <DescriptorUI>D000002</DescriptorUI>
              <DescriptorName><String>Narrow Disease</String></DescriptorName>
              <SeeRelatedList><SeeRelatedDescriptor><DescriptorReferredTo><DescriptorUI>D000009</DescriptorUI>
                <DescriptorName><String>Other</String></DescriptorName></DescriptorReferredTo></SeeRelatedDescriptor>
              </SeeRelatedList>
              <TreeNumberList><TreeNumber>C99.1.5</TreeNumber></TreeNumberList>
            </DescriptorRecord>
            </DescriptorRecordSet>
            """;

    private static final List<MeshDescriptor> TWO = List.of(
            new MeshDescriptor(
                    "D000001", "Sample Diseases & Signs", List.of("C98", "C99.1"), List.of("Sample Sickness")),
            new MeshDescriptor("D000002", "Narrow Disease", List.of("C99.1.5"), List.of()));

    @TempDir
    Path home;

    @Test
    void readsNlmsDescriptorFileZippedOrNot() throws IOException {
        Path plain = Files.writeString(home.resolve("desc.xml"), XML);
        assertThat(MeshSource.read(plain)).isEqualTo(TWO);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(XML.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(MeshSource.read(Files.write(home.resolve("desc.gz"), zipped.toByteArray())))
                .isEqualTo(TWO);
    }

    @Test
    void fetchesNothingAndExpandsNothing() throws IOException {
        Path secret = Files.writeString(home.resolve("secret"), "secret");
        String evil = XML.replaceFirst(
                        "<!DOCTYPE [^>]*>", "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>")
                .replace("Narrow Disease", "Narrow &e;");
        Path file = Files.writeString(home.resolve("evil.xml"), evil);
        assertThat(names(MeshSource.read(file))).containsExactly("Sample Diseases & Signs", "Narrow");
    }

    @Test
    void readsTables() throws IOException {
        Files.writeString(home.resolve("terms.tsv"), "mesh_id\tmesh_name\nD000001\tOne\nD000002\tTwo\n");
        Files.writeString(
                home.resolve("tree-numbers.tsv"), "mesh_id\tmesh_name\tmesh_tree_number\nD000002\tTwo\tC1.2\n");
        assertThat(MeshSource.read(home))
                .containsExactly(
                        new MeshDescriptor("D000001", "One", List.of(), List.of()),
                        new MeshDescriptor("D000002", "Two", List.of("C1.2"), List.of()));
    }

    @Test
    void refusesWhatIsNoVocabulary() throws IOException {
        Path missing = home.resolve("missing.xml");
        refuses(
                missing,
                missing + ": cannot be read (NoSuchFileException); give NLM's descriptor file, such as"
                        + " desc2026.xml or desc2026.gz, or a folder with terms.tsv and tree-numbers.tsv");
        Path cut = Files.writeString(home.resolve("cut.xml"), XML.substring(0, 700));
        assertThatThrownBy(() -> MeshSource.read(cut))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("not well-formed XML (line ");
        Path other = Files.writeString(home.resolve("other.xml"), "<a/>");
        refuses(
                other,
                other + ": no MeSH heading in it; give NLM's descriptor file, such as desc2026.xml or"
                        + " desc2026.gz, or a folder with terms.tsv and tree-numbers.tsv");
    }

    @Test
    void keepsWhatItWasGiven() throws IOException {
        assertThat(MeshFile.find(home)).isEmpty();
        MeshVocabulary written = MeshFile.write(home, TWO.reversed());
        MeshVocabulary read = MeshFile.find(home).orElseThrow();
        assertThat(read.descriptors()).isEqualTo(TWO);
        assertThat(read.digest())
                .isEqualTo(written.digest())
                .isEqualTo(MeshFile.write(home, TWO).digest());
        assertThat(MeshFile.write(home, TWO.subList(0, 1)).digest()).isNotEqualTo(read.digest());
        try (Stream<Path> files = Files.list(MeshFile.of(home).getParent())) {
            assertThat(files).containsExactly(MeshFile.of(home));
        }
    }

    @Test
    void refusesAFileWithAByteFlipped() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        MeshFile.write(home, TWO);
        byte[] bytes = Files.readAllBytes(MeshFile.of(home));
        for (int i = 0; i < 200; i++) {
            byte[] flipped = bytes.clone();
            int at = random.nextInt(bytes.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(MeshFile.of(home), flipped);
            assertThatThrownBy(() -> MeshFile.find(home))
                    .as("seed %d, byte %d", seed, at)
                    .isInstanceOf(WrongInputException.class)
                    .hasMessageContaining("is damaged");
        }
    }

    @Test
    void findsHeadingsByNameEntryTermAndId() {
        MeshVocabulary mesh = new MeshVocabulary("", TWO);
        for (String name : List.of("sample diseases and signs", "SAMPLE SICKNESS", "d000001")) {
            assertThat(mesh.find(name)).as(name).contains(TWO.getFirst());
        }
        assertThat(mesh.find("Other")).isEmpty();
        assertThat(names(mesh.explode(TWO.getFirst()))).containsExactly("Sample Diseases & Signs", "Narrow Disease");
        assertThat(names(mesh.explode(TWO.getLast()))).containsExactly("Narrow Disease");
    }

    @Test
    void explodesToAllHeadingsBelowAtAnyPlace() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<MeshDescriptor> descriptors = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            List<String> trees = new ArrayList<>();
            for (int k = 0; k < 1 + random.nextInt(3); k++) {
                String tree = Stream.generate(
                                () -> List.of("1", "10", "100", "2").get(random.nextInt(4)))
                        .limit(1 + random.nextInt(5))
                        .collect(Collectors.joining(".", "C", ""));
                if (taken.add(tree)) {
                    trees.add(tree);
                }
            }
            descriptors.add(new MeshDescriptor("D%06d".formatted(i), "Name " + i, trees, List.of()));
        }
        MeshVocabulary mesh = new MeshVocabulary("", descriptors);
        for (MeshDescriptor heading : descriptors) {
            Set<MeshDescriptor> below = descriptors.stream()
                    .filter(one -> one.equals(heading) || isBelow(one, heading))
                    .collect(Collectors.toSet());
            assertThat(mesh.explode(heading))
                    .as("seed %d: %s", seed, heading)
                    .containsExactlyInAnyOrderElementsOf(below);
        }
    }

    private static boolean isBelow(MeshDescriptor one, MeshDescriptor heading) {
        return one.trees().stream()
                .anyMatch(tree -> heading.trees().stream().anyMatch(above -> tree.startsWith(above + ".")));
    }

    private static List<String> names(Collection<MeshDescriptor> descriptors) {
        return descriptors.stream().map(MeshDescriptor::name).toList();
    }

    private static void refuses(Path source, String message) {
        assertThatThrownBy(() -> MeshSource.read(source))
                .isInstanceOf(WrongInputException.class)
                .hasMessage(message);
    }
}
