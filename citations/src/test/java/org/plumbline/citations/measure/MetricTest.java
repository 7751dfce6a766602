package org.plumbline.citations.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Json;

class MetricTest {

    /// 81 of 263 is Newcombe's example (1998, table I, method 3): 0.2553 to 0.3662.
    @Test
    void givesWilsonsInterval() {
        assertThat(Metric.share(81, 263)).isEqualTo(new Metric(0.308, 0.2553, 0.3662, 263));
        assertThat(Metric.share(0, 20).low()).isZero();
        assertThat(Metric.share(20, 20).high()).isEqualTo(1);
    }

    @Test
    void givesTheSameBootstrapForTheSameValues() {
        double[] values = {0, 1, 1, 1, 0, 1, 0, 1, 1, 0};
        Metric metric = Metric.mean(values);
        assertThat(metric).isEqualTo(Metric.mean(values));
        assertThat(metric.value()).isEqualTo(0.6);
        assertThat(metric.low()).isEqualTo(0.3);
        assertThat(metric.high()).isEqualTo(0.9);
        assertThat(Metric.mean(new double[] {0.5, 0.5})).isEqualTo(new Metric(0.5, 0.5, 0.5, 2));
    }

    /// A number that was not measured is not printed.
    @Test
    void givesNoFigureOfNothing() {
        assertThatThrownBy(() -> Metric.mean(new double[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Metric.share(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Metric.share(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void printsTheOneShape() {
        Measured measured = new Measured("ab", Map.of("mrr", new Metric(0.5, 0.25, 0.75, 4)));
        assertThat(Json.line(measured))
                .isEqualTo(
                        "{\"data\":\"ab\",\"metrics\":{\"mrr\":{\"value\":0.5,\"low\":0.25,\"high\":0.75,\"n\":4}}}");
        assertThat(measured.table()).matches("mrr +0.5000  \\(95 % interval 0.2500 to 0.7500, n = 4\\)");
    }
}
