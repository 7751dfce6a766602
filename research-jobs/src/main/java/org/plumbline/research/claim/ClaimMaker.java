package org.plumbline.research.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.citations.Claim;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.citations.WrittenQuote;
import org.plumbline.index.Snapshot;
import org.plumbline.research.select.Selected;

/// Makes a claim of each chosen sentence: its wording is the quote's own, read again at its location.
public final class ClaimMaker {

    /// The claims, in the order of the chosen sentences, and the texts they quote, by id.
    public record Made(List<Claim> claims, List<Text> sources) {
        public Made {
            claims = List.copyOf(claims);
            sources = List.copyOf(sources);
        }
    }

    private final Snapshot snapshot;

    public ClaimMaker(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /// The claims of chosen sentences.
    ///
    /// @throws org.plumbline.citations.AlteredQuoteException where a chosen sentence is not what its text says
    public Made make(List<Selected> selected) {
        Map<TextId, Text> texts = new TreeMap<>();
        List<Claim> claims = new ArrayList<>();
        for (Selected sentence : selected) {
            Text text = texts.computeIfAbsent(sentence.location().textId(), this::text);
            WrittenQuote written = new WrittenQuote(sentence.location(), sentence.words());
            claims.add(Claim.quoting(id(claims.size()), sentence.articleId(), written.check(text)));
        }
        return new Made(claims, List.copyOf(texts.values()));
    }

    /// The id of the claim made of the chosen sentence at this place, from 0.
    public static String id(int place) {
        return "c" + (place + 1);
    }

    private Text text(TextId id) {
        return snapshot.findText(id)
                .orElseThrow(() -> new IllegalStateException("the snapshot does not have text " + id));
    }
}
