package io.intertwine.io;

/**
 * A place in a JSON text.
 *
 * @param source the file, as the user named it
 * @param line the line, from 1
 * @param column the character within the line, from 1
 */
record JsonPlace(String source, int line, int column) {
    @Override
    public String toString() {
        return source + ", line " + line + ", column " + column;
    }
}
