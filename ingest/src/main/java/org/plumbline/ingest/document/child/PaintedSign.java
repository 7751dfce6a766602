package org.plumbline.ingest.document.child;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;

/// Checks whether a font paints what it says. Publishers' fonts of mathematical signs call "=" five, "<" comma and
/// "−" two: taken at their word, "n = 30" reads "n 530". A digit, full stop, comma or dollar whose outline cannot
/// be one is read by its outline where that is plain (bars, chevrons, crosses, waves), and is U+FFFD otherwise. So
/// is a character of which the font says nothing.
///
/// Outlines are in thousandths of the font size, y upwards.
final class PaintedSign {

    private static final String UNKNOWN = "\uFFFD";
    private static final double FLAT = 0.22;

    private final Map<PDFont, Map<Integer, String>> known = new HashMap<>();

    /// What a character is, as far as it can be told; the empty string where it is as the font says.
    String instead(PDFont font, int code, String said) {
        return known.computeIfAbsent(font, _ -> new HashMap<>()).computeIfAbsent(code, _ -> decide(font, code, said));
    }

    private static String decide(PDFont font, int code, String said) {
        if (said.codePoints().anyMatch(PaintedSign::isNoCharacter)) {
            return UNKNOWN;
        }
        boolean doubtful = said.length() == 1 && "0123456789.,$".indexOf(said.charAt(0)) >= 0;
        if (!doubtful || !font.isEmbedded() || !(font instanceof PDVectorFont vectors)) {
            return "";
        }
        try {
            Outline outline = Outline.of(vectors.getNormalizedPath(code));
            return outline.isEmpty() || outline.canBe(said.charAt(0)) ? "" : outline.sign();
        } catch (IOException _) {
            return "";
        }
    }

    private static boolean isNoCharacter(int point) {
        return (Character.isISOControl(point) && !Character.isWhitespace(point))
                || Character.getType(point) == Character.PRIVATE_USE;
    }

    /// The closed lines of a character.
    private record Outline(List<List<Point2D>> contours, boolean straight, Rectangle2D box) {

        static Outline of(GeneralPath path) {
            List<List<Point2D>> contours = new ArrayList<>();
            boolean straight = true;
            double[] at = new double[6];
            for (PathIterator steps = path.getPathIterator(null); !steps.isDone(); steps.next()) {
                int step = steps.currentSegment(at);
                switch (step) {
                    case PathIterator.SEG_MOVETO ->
                        contours.add(new ArrayList<>(List.of(new Point2D.Double(at[0], at[1]))));
                    case PathIterator.SEG_LINETO -> contours.getLast().add(new Point2D.Double(at[0], at[1]));
                    case PathIterator.SEG_QUADTO -> {
                        straight = false;
                        contours.getLast().add(new Point2D.Double(at[2], at[3]));
                    }
                    case PathIterator.SEG_CUBICTO -> {
                        straight = false;
                        contours.getLast().add(new Point2D.Double(at[4], at[5]));
                    }
                    default -> {}
                }
            }
            contours.forEach(Outline::dropClosing);
            return new Outline(
                    contours.stream().filter(contour -> contour.size() > 2).toList(), straight, path.getBounds2D());
        }

        private static void dropClosing(List<Point2D> contour) {
            if (contour.size() > 1 && contour.getFirst().distance(contour.getLast()) < 1) {
                contour.removeLast();
            }
        }

        boolean isEmpty() {
            return contours.isEmpty();
        }

        /// Full stop and comma are small. Digits, raised and lowered ones too, are taller than wide, and most are
        /// round; a tick that stands high is none.
        boolean canBe(char said) {
            if (said == '.' || said == ',') {
                return box.getWidth() < 350 && box.getHeight() < 380;
            }
            double ratio = box.getHeight() / Math.max(1, box.getWidth());
            if (straight) {
                return ratio > ("147".indexOf(said) >= 0 ? 1.1 : 1.25) && said != '$';
            }
            boolean tick = box.getMinY() > 250 && ratio > 2 && said != '1';
            return ratio > 0.9 && !tick;
        }

        String sign() {
            if (!straight) {
                boolean wave = contours.size() == 1
                        && box.getWidth() > 350
                        && box.getHeight() < 0.5 * box.getWidth()
                        && box.getMinY() > 50;
                return wave ? "∼" : UNKNOWN;
            }
            long bars = contours.stream().filter(Outline::isBar).count();
            List<List<Point2D>> shapes =
                    contours.stream().filter(contour -> !isBar(contour)).toList();
            if (shapes.isEmpty()) {
                return bars == 1 ? "−" : bars == 2 ? "=" : bars == 3 ? "≡" : UNKNOWN;
            }
            if (shapes.size() > 1 || bars > 1) {
                return UNKNOWN;
            }
            return switch (shape(shapes.getFirst())) {
                case "<" -> bars == 1 ? "≤" : "<";
                case ">" -> bars == 1 ? "≥" : ">";
                case "+" -> bars == 1 ? "±" : "+";
                case "×" -> bars == 1 ? UNKNOWN : "×";
                default -> UNKNOWN;
            };
        }

        private static boolean isBar(List<Point2D> contour) {
            Rectangle2D box = boxOf(contour);
            return contour.size() == 4 && box.getWidth() > 250 && box.getHeight() < FLAT * box.getWidth();
        }

        private static String shape(List<Point2D> contour) {
            Rectangle2D box = boxOf(contour);
            if (contour.size() == 12) {
                return slanted(contour) == 0 ? "+" : slanted(contour) >= 8 ? "×" : "";
            }
            if (contour.size() < 5 || contour.size() > 8) {
                return "";
            }
            boolean left = allNear(contour, box.getMinX(), box);
            boolean right = allNear(contour, box.getMaxX(), box);
            return left == right ? "" : left ? "<" : ">";
        }

        /// Whether the points at this side stand halfway up: the tip of a chevron.
        private static boolean allNear(List<Point2D> contour, double x, Rectangle2D box) {
            return contour.stream()
                    .filter(point -> Math.abs(point.getX() - x) < 0.06 * box.getWidth())
                    .allMatch(point -> Math.abs(point.getY() - box.getCenterY()) < 0.2 * box.getHeight());
        }

        private static long slanted(List<Point2D> contour) {
            long slanted = 0;
            for (int i = 0; i < contour.size(); i++) {
                Point2D one = contour.get(i);
                Point2D other = contour.get((i + 1) % contour.size());
                boolean straight = Math.abs(one.getX() - other.getX()) < 5 || Math.abs(one.getY() - other.getY()) < 5;
                slanted += straight ? 0 : 1;
            }
            return slanted;
        }

        private static Rectangle2D boxOf(List<Point2D> contour) {
            Rectangle2D box = new Rectangle2D.Double(
                    contour.getFirst().getX(), contour.getFirst().getY(), 0, 0);
            contour.forEach(box::add);
            return box;
        }
    }
}
