package io.intertwine.activation;

/** The function is proved to have no value at some point of an interval; caught where a result is made of it. */
final class UndefinedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Domain.NotDefined where;

    UndefinedException(String problem, Expression lower, Expression upper) {
        super(problem);
        where = new Domain.NotDefined(problem, lower, upper);
    }

    /** What is wrong, and where. */
    Domain.NotDefined where() {
        return where;
    }
}
