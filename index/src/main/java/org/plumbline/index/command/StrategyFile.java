package org.plumbline.index.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Printable;
import org.plumbline.index.pubmed.Refusal;
import org.plumbline.index.pubmed.Strategy;

/// A strategy in PubMed's language as commands take it: a file, or `-` for stdin.
final class StrategyFile {

    private static final int MOST_BYTES = 4_000_000;

    private StrategyFile() {}

    /// Reads and understands it; where it is refused, the place that is wrong is printed before.
    ///
    /// @throws WrongInputException where it cannot be read or understood
    static Strategy read(String file) {
        return understood(() -> Strategy.parse(text(file)));
    }

    /// What is parsed; where it is refused, the place that is wrong is printed before.
    static Strategy understood(Supplier<Strategy> parsed) {
        try {
            return parsed.get();
        } catch (WrongInputException e) {
            if (e.getCause() instanceof Refusal refusal) {
                System.err.println(Printable.page(refusal.excerpt()));
            }
            throw e;
        }
    }

    private static String text(String file) {
        try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new WrongInputException(file + ": larger than 4 MB; a strategy is text, one query a line");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new WrongInputException(file + ": not UTF-8 text; save it as plain text in UTF-8", e);
        } catch (IOException | InvalidPathException e) {
            throw new WrongInputException(
                    file + ": cannot be read (" + e.getClass().getSimpleName() + "); check its name", e);
        }
    }
}
