package io.intertwine.report;

import io.intertwine.lift.Doubles;
import io.intertwine.rep.AffineMap;
import java.util.List;

/** Pictures of vectors that are images. */
final class Rasters {
    /** The longest side of a picture; larger images are averaged down. */
    static final int LONGEST_SIDE = 48;

    private static final List<String> LETTER = List.of("XXXXX", "X....", "X....", "XXXX.", "X....", "X....", "X....");
    private static final List<String> SMALL_LETTER = List.of("XXX", "X..", "XX.", "X..", "X..");

    private Rasters() {}

    /** A filter: orange is negative and blue is positive; with three channels red, green and blue around grey. */
    static Picture filter(double[] weights, ImageShape shape) {
        double largest = 0;
        for (double weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        double scale = largest == 0 ? 0 : 1 / largest;
        return shape.channels() == 3
                ? draw(
                        weights,
                        shape,
                        (red, green, blue) ->
                                Colours.rgb(centred(red * scale), centred(green * scale), centred(blue * scale)))
                : draw(weights, shape, (value, ignored, unused) -> Colours.diverging(value * scale));
    }

    /** An image: from black, the smallest number, to white, the largest. */
    static Picture image(double[] values, ImageShape shape) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double base = low;
        double scale = high > low ? 1 / (high - low) : 0;
        return shape.channels() == 3
                ? draw(
                        values,
                        shape,
                        (red, green, blue) ->
                                Colours.rgb((red - base) * scale, (green - base) * scale, (blue - base) * scale))
                : draw(values, shape, (value, ignored, unused) -> Colours.grey((value - base) * scale));
    }

    private static double centred(double value) {
        return 0.5 + value / 2;
    }

    @FunctionalInterface
    private interface Colouring {
        int of(double first, double second, double third);
    }

    private static Picture draw(double[] values, ImageShape shape, Colouring colouring) {
        int factor = Math.max(1, (Math.max(shape.height(), shape.width()) + LONGEST_SIDE - 1) / LONGEST_SIDE);
        int height = (shape.height() + factor - 1) / factor;
        int width = (shape.width() + factor - 1) / factor;
        Picture picture = new Picture(width, height);
        int second = shape.channels() == 3 ? 1 : 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.set(
                        x,
                        y,
                        colouring.of(
                                average(values, shape, 0, y, x, factor),
                                average(values, shape, second, y, x, factor),
                                average(values, shape, 2 * second, y, x, factor)));
            }
        }
        return picture;
    }

    private static double average(double[] values, ImageShape shape, int channel, int y, int x, int factor) {
        double sum = 0;
        int count = 0;
        for (int row = y * factor; row < Math.min(shape.height(), (y + 1) * factor); row++) {
            for (int column = x * factor; column < Math.min(shape.width(), (x + 1) * factor); column++) {
                sum += values[channel * shape.plane() + row * shape.width() + column];
                count++;
            }
        }
        return sum / count;
    }

    /** An image of the letter F, which no rotation and no mirror leaves as it is: 1 on the letter, 0 beside it. */
    static double[] letter(ImageShape shape) {
        double[] values = new double[shape.size()];
        boolean small = Math.min(shape.height(), shape.width()) < LETTER.size() + 2;
        List<String> letter = small ? SMALL_LETTER : LETTER;
        int rows = letter.size();
        int columns = letter.get(0).length();
        int unit = Math.max(1, Math.min(shape.height() / (rows + 2), shape.width() / (columns + 2)));
        int top = (shape.height() - unit * rows) / 2;
        int left = (shape.width() - unit * columns) / 2;
        for (int i = 0; i < values.length; i++) {
            int row = Math.floorDiv(i % shape.plane() / shape.width() - top, unit);
            int column = Math.floorDiv(i % shape.width() - left, unit);
            boolean inside = row >= 0 && row < rows && column >= 0 && column < columns;
            values[i] = inside && letter.get(row).charAt(column) == 'X' ? 1 : 0;
        }
        return values;
    }

    /** The image of a vector under a monomial map, in floating point. */
    static double[] moved(AffineMap map, double[] values) {
        double[] result = new double[values.length];
        for (int j = 0; j < values.length; j++) {
            int place = map.permutation().apply(j);
            result[place] = Doubles.nearest(map.scales().get(j)) * values[j]
                    + Doubles.nearest(map.shift().get(place));
        }
        return result;
    }
}
