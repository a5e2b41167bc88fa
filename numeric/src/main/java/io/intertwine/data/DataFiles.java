package io.intertwine.data;

import io.intertwine.io.FormatException;
import io.intertwine.io.InputFile;
import io.intertwine.io.TensorFile;
import io.intertwine.io.TensorStream;
import io.intertwine.tensor.DoubleMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of inputs: NumPy arrays ({@code .npy}, {@code .npz}), safetensors, CIFAR-10 in its binary version ({@code .bin}, or a folder of
 * such files), and IDX images ({@code *-ubyte}, {@code .gz}). Numbers of arrays are taken as they are; bytes of images are divided
 * by 255. Only the numbers that are taken are kept in memory.
 */
public final class DataFiles {
    private static final Pattern ARRAY_IN_FILE =
            Pattern.compile("(.+?\\.(?:npz|safetensors)):(.+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int MOST_SHAPES = 5;

    private DataFiles() {}

    /**
     * Reads inputs.
     *
     * <p>An array of shape (N, ...) holds N inputs, whose axes are flattened with the last index running fastest. A file with several
     * arrays is given as {@code FILE:NAME}, or exactly one of them must fit. Of more than {@code most} inputs those with the numbers
     * floor(k N / most), k = 0, 1, ..., are taken, the same ones every time.
     *
     * @param file the file, perhaps with a colon and the name of an array; or a folder of CIFAR-10 files
     * @param inputs the numbers of one input, at least 1
     * @param most the most inputs that are taken, at least 1
     * @throws FormatException if the file cannot be read, is damaged or truncated, holds no inputs, or inputs of another size, or a
     *     number that is taken is infinite or NaN
     * @throws IllegalArgumentException if {@code inputs} or {@code most} is less than 1
     */
    public static DataSet read(Path file, int inputs, int most) throws FormatException {
        if (inputs < 1 || most < 1) {
            throw new IllegalArgumentException(
                    "expected at least 1 input and 1 number in it, found " + most + " and " + inputs);
        }
        Matcher named = ARRAY_IN_FILE.matcher(file.toString());
        if (!Files.exists(file) && named.matches()) {
            return array(Path.of(named.group(1)), named.group(2), inputs, most);
        }
        if (Files.isDirectory(file)) {
            return CifarImages.read(file, CifarImages.files(file), inputs, most);
        }
        InputFile.requireSize(file);
        return switch (ending(file)) {
            case "npy" -> npy(file, inputs, most);
            case "npz", "safetensors" -> array(file, onlyFitting(file, inputs), inputs, most);
            case "bin" -> CifarImages.read(file, List.of(file), inputs, most);
            default -> other(file, inputs, most);
        };
    }

    private static DataSet other(Path file, int inputs, int most) throws FormatException {
        if (IdxImages.isOne(file)) {
            return IdxImages.read(file, inputs, most);
        }
        throw new FormatException(
                file.toString(),
                "expected data as .npy, .npz, .safetensors, binary CIFAR-10 (.bin, or a folder of such files) or IDX "
                        + "images of bytes (perhaps .gz), found a file of another kind; of Python objects (pickles, .pt), "
                        + "numpy.save writes the arrays");
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static DataSet npy(Path file, int inputs, int most) throws FormatException {
        try (TensorStream tensor = TensorStream.openNpy(file)) {
            DoubleMatrix rows = TensorRows.read(tensor, inputs, most, file.toString());
            return new DataSet(file.toString(), rows, tensor.shape().get(0), Sha256.of(List.of(file)));
        } catch (IOException unreadable) {
            throw InputFile.unreadable(file, unreadable);
        }
    }

    private static DataSet array(Path file, String name, int inputs, int most) throws FormatException {
        try (TensorFile tensors = TensorFile.open(file);
                TensorStream tensor = tensors.stream(name)) {
            String place = file + ", array " + FormatException.quote(name);
            DoubleMatrix rows = TensorRows.read(tensor, inputs, most, place);
            return new DataSet(file + ":" + name, rows, tensor.shape().get(0), Sha256.of(List.of(file)));
        } catch (IOException unreadable) {
            throw InputFile.unreadable(file, unreadable);
        }
    }

    private static String onlyFitting(Path file, int inputs) throws FormatException {
        List<String> fitting = new ArrayList<>();
        List<String> shapes = new ArrayList<>();
        try (TensorFile tensors = TensorFile.open(file)) {
            if (tensors.names().size() == 1) {
                return tensors.names().get(0);
            }
            for (String name : tensors.names()) {
                List<Long> shape = shape(tensors, name);
                shapes.add(name + " " + (shape.isEmpty() ? "without axes or without numbers" : shape));
                if (TensorRows.fits(shape, inputs)) {
                    fitting.add(name);
                }
            }
        } catch (IOException unreadable) {
            throw InputFile.unreadable(file, unreadable);
        }
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        throw new FormatException(
                file.toString(),
                "expected one array with inputs of " + inputs + " numbers along its first axis, found "
                        + (fitting.isEmpty()
                                ? "none: " + shown(shapes)
                                : "several: " + shown(fitting) + "; name one, as in " + file.getFileName() + ":"
                                        + fitting.get(0)));
    }

    /** The sizes of the axes; none for an array of something else than numbers, which cannot be the one that is looked for. */
    private static List<Long> shape(TensorFile tensors, String name) {
        try {
            return tensors.shape(name);
        } catch (FormatException noNumbers) {
            return List.of();
        }
    }

    private static String shown(List<String> words) {
        if (words.isEmpty()) {
            return "no arrays";
        }
        String rest = words.size() > MOST_SHAPES ? ", ..." : "";
        return String.join(", ", words.subList(0, Math.min(MOST_SHAPES, words.size()))) + rest;
    }
}
