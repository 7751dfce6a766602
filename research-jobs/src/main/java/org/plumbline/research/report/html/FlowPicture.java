package org.plumbline.research.report.html;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.research.report.Methods;
import org.plumbline.research.report.Phrases;

/// The articles' way into the report, in the manner of PRISMA's flow diagram; its data are also a table.
final class FlowPicture {

    private static final int WIDTH = 400;
    private static final int BOX = 44;
    private static final int STEP = 64;

    private final Methods.Flow flow;
    private final List<Html> drawn = new ArrayList<>();

    FlowPicture(Methods.Flow flow) {
        this.flow = flow;
    }

    /// One stage of the flow, for picture and table.
    private record Stage(String words, long articles) {}

    private List<Stage> stages() {
        return List.of(
                new Stage("in the collection", flow.searched()),
                new Stage("matched a search", flow.matched()),
                new Stage("read, best first", flow.screened()),
                new Stage("report a result on the question", flow.withEvidence()),
                new Stage("cited in this report", flow.cited()));
    }

    Html figure() {
        List<Stage> stages = stages();
        for (int i = 0; i < stages.size(); i++) {
            box(stages.get(i), i);
        }
        Html.Element svg = Html.tag("svg", drawn.stream())
                .with("viewBox", "0 0 " + WIDTH + " " + (stages.size() * STEP - STEP + BOX + 2))
                .with("role", "img")
                .with("aria-label", "Flow of articles; the table below holds the same data.")
                .as("plot flow");
        return Html.tag("figure", svg, Html.tag("figcaption", "How articles came into this report."));
    }

    Html table() {
        Table table = new Table("Flow of articles", "Stage", "Articles");
        stages().forEach(stage -> table.add(Html.text(stage.words()), Html.text(Phrases.number(stage.articles()))));
        flow.excluded()
                .forEach(left -> table.add(
                        Html.text("left out: " + left.reason().words()), Html.text(Phrases.number(left.articles()))));
        return table.html();
    }

    private void box(Stage stage, int place) {
        int top = 1 + place * STEP;
        if (place > 0) {
            drawn.add(Html.tag("path")
                    .with("d", "M200 " + (top - STEP + BOX) + "V" + (top - 5) + "m-4 -5l4 5l4 -5")
                    .as("arrow"));
        }
        drawn.add(Html.tag("rect")
                .with("x", "40")
                .with("y", top)
                .with("width", "320")
                .with("height", BOX)
                .with("rx", "6")
                .as("box"));
        drawn.add(centred(Phrases.number(stage.articles()), top + 19).as("big"));
        drawn.add(centred(stage.words(), top + 36));
    }

    private static Html.Element centred(String words, int y) {
        return Html.tag("text", words).with("x", "200").with("y", y).with("text-anchor", "middle");
    }
}
