package io.intertwine.io;

/** Where the weights of a network are written. */
public enum WeightStorage {
    /** In the JSON file, as exact fractions: every exact number can be written. */
    INLINE(""),
    /** In a safetensors file beside the JSON file; every tensor in the smaller of F32 and F64 that is exact. */
    SAFETENSORS(".safetensors"),
    /** In an npz file beside the JSON file; every tensor in the smaller of F32 and F64 that is exact. */
    NPZ(".npz");

    private final String extension;

    WeightStorage(String extension) {
        this.extension = extension;
    }

    /** The extension of the file of weights; empty where there is none. */
    String extension() {
        return extension;
    }
}
