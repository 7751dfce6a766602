package org.plumbline.research.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Learns a [Forest] by gradient boosting of the multinomial log-loss with Newton leaves, subsampled rows and
/// columns, and a seed: the same examples give the same forest.
///
/// @param rounds trees per class
/// @param depth splits from root to leaf, at most
/// @param leaf examples in a leaf, at least
/// @param penalty added to a leaf's curvature: shrinks leaves of few examples
record ForestLearner(int rounds, int depth, int leaf, double rate, double penalty, double sample, long seed) {

    /// @param inputs one row per example
    /// @param classes the class of each, from 0
    Forest learn(List<String> features, double[][] inputs, int[] classes, int classCount) {
        return new Run(inputs, classes, classCount, new Random(seed)).forest(features);
    }

    private final class Run {
        private final double[][] inputs;
        private final int[] classes;
        private final int classCount;
        private final Random random;
        private final double[][] scores;

        Run(double[][] inputs, int[] classes, int classCount, Random random) {
            this.inputs = inputs;
            this.classes = classes;
            this.classCount = classCount;
            this.random = random;
            this.scores = new double[inputs.length][];
        }

        Forest forest(List<String> features) {
            double[] prior = prior();
            Arrays.setAll(scores, i -> prior.clone());
            List<List<Forest.Tree>> all = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                all.add(round());
            }
            return new Forest(features, rate, prior, all);
        }

        private double[] prior() {
            double[] prior = new double[classCount];
            for (int k : classes) {
                prior[k]++;
            }
            for (int k = 0; k < classCount; k++) {
                prior[k] = Math.log((prior[k] + 1) / (classes.length + classCount));
            }
            return prior;
        }

        private List<Forest.Tree> round() {
            double[][] shares = new double[inputs.length][];
            Arrays.setAll(shares, i -> Forest.softmax(scores[i]));
            List<Integer> rows = new ArrayList<>();
            for (int i = 0; i < inputs.length; i++) {
                if (random.nextDouble() < sample) {
                    rows.add(i);
                }
            }
            List<Forest.Tree> trees = new ArrayList<>();
            for (int k = 0; k < classCount; k++) {
                double[] gradient = new double[inputs.length];
                double[] curvature = new double[inputs.length];
                for (int i = 0; i < inputs.length; i++) {
                    gradient[i] = (classes[i] == k ? 1 : 0) - shares[i][k];
                    curvature[i] = shares[i][k] * (1 - shares[i][k]);
                }
                trees.add(new Grower(gradient, curvature).tree(rows));
            }
            for (int i = 0; i < inputs.length; i++) {
                for (int k = 0; k < classCount; k++) {
                    scores[i][k] += rate * trees.get(k).of(inputs[i]);
                }
            }
            return trees;
        }

        private final class Grower {
            private final double[] gradient;
            private final double[] curvature;
            private final List<double[]> nodes = new ArrayList<>();

            Grower(double[] gradient, double[] curvature) {
                this.gradient = gradient;
                this.curvature = curvature;
            }

            Forest.Tree tree(List<Integer> rows) {
                grow(rows, 0);
                int n = nodes.size();
                Forest.Tree tree = new Forest.Tree(new int[n], new double[n], new int[n], new int[n], new double[n]);
                for (int i = 0; i < n; i++) {
                    double[] node = nodes.get(i);
                    tree.feature()[i] = (int) node[0];
                    tree.threshold()[i] = node[1];
                    tree.left()[i] = (int) node[2];
                    tree.right()[i] = (int) node[3];
                    tree.value()[i] = node[4];
                }
                return tree;
            }

            private int grow(List<Integer> rows, int level) {
                int number = nodes.size();
                double g = 0;
                double h = 0;
                for (int i : rows) {
                    g += gradient[i];
                    h += curvature[i];
                }
                double[] node = {-1, 0, 0, 0, Math.round(g / (h + penalty) * 1e4) / 1e4};
                nodes.add(node);
                double[] split = level < depth ? best(rows, g, h) : null;
                if (split != null) {
                    List<Integer> left = new ArrayList<>();
                    List<Integer> right = new ArrayList<>();
                    for (int i : rows) {
                        (inputs[i][(int) split[0]] <= split[1] ? left : right).add(i);
                    }
                    node[0] = split[0];
                    node[1] = split[1];
                    node[2] = grow(left, level + 1);
                    node[3] = grow(right, level + 1);
                }
                return number;
            }

            private double @Nullable [] best(List<Integer> rows, double g, double h) {
                double whole = g * g / (h + penalty);
                double bestGain = 1e-6;
                double[] best = null;
                List<Integer> sorted = new ArrayList<>(rows);
                for (int feature = 0; feature < inputs[0].length; feature++) {
                    if (random.nextDouble() > 0.7) {
                        continue;
                    }
                    int f = feature;
                    Collections.sort(sorted, (a, b) -> Double.compare(inputs[a][f], inputs[b][f]));
                    double gl = 0;
                    double hl = 0;
                    for (int i = 0; i + 1 < sorted.size(); i++) {
                        int row = sorted.get(i);
                        gl += gradient[row];
                        hl += curvature[row];
                        double here = inputs[row][f];
                        double next = inputs[sorted.get(i + 1)][f];
                        if (here == next || i + 1 < leaf || sorted.size() - i - 1 < leaf) {
                            continue;
                        }
                        double gr = g - gl;
                        double hr = h - hl;
                        double gain = gl * gl / (hl + penalty) + gr * gr / (hr + penalty) - whole;
                        if (gain > bestGain) {
                            bestGain = gain;
                            best = new double[] {f, (here + next) / 2};
                        }
                    }
                }
                return best;
            }
        }
    }
}
