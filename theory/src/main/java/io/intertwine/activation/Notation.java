package io.intertwine.activation;

/** How formulas are written. */
public enum Notation {
    /** Plain text, as it is read by {@link Expression#parse}. */
    TEXT,
    /** LaTeX, for mathematics mode. */
    LATEX;

    /** An expression. */
    public String of(Expression expression) {
        return this == TEXT ? expression.text() : expression.latex();
    }

    /** An argument or a group in brackets. */
    String bracketed(String inner) {
        return this == TEXT ? "(" + inner + ")" : "\\left(" + inner + "\\right)";
    }

    /** A factor before something. */
    String times(String factor, String rest) {
        return factor + (this == TEXT ? " " : " \\, ") + rest;
    }
}
