package org.plumbline.citations.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    /// Percentiles by the nearest rank are values that were measured. Of 1 to 100 the interval of the 50th is, by the
    /// binomial distribution, from about the 40th to the 60th.
    @Test
    void givesAPercentileByTheNearestRank() {
        double[] few = {5, 1, 4, 2, 3};
        assertThat(List.of(20, 21, 50, 80, 81, 100))
                .extracting(perCent -> Metric.percentile(few, perCent).value())
                .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 5.0);
        double[] many = IntStream.rangeClosed(1, 100).mapToDouble(each -> each).toArray();
        Metric median = Metric.percentile(many, 50);
        assertThat(median.value()).isEqualTo(50);
        assertThat(median.low()).isBetween(38.0, 42.0);
        assertThat(median.high()).isBetween(58.0, 62.0);
        assertThat(Metric.percentile(many, 95).value()).isEqualTo(95);
    }

    /// A number that was not measured is not printed.
    @Test
    void givesNoFigureOfNothing() {
        assertThatThrownBy(() -> Metric.mean(new double[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Metric.percentile(new double[0], 50)).isInstanceOf(IllegalArgumentException.class);
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
