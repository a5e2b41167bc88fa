package io.intertwine.io;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Relation;
import io.intertwine.certificate.Certificate;
import io.intertwine.claim.ActivationClaim;
import io.intertwine.claim.Claim;
import io.intertwine.exact.ExactMatrix;
import java.util.List;
import java.util.Optional;

/**
 * What a certificate file about an activation says. The activation, and the matrix where there is one, come from the caller; those of
 * the file only say which ones it is about. Relations and the companion are what the file states.
 *
 * @param activation the canonical text of the activation's formula
 * @param statement what is said about it
 * @param evidence the evidence
 */
public record ActivationCertificate(String activation, Statement statement, Certificate evidence) {
    /** What is said about the activation. */
    public sealed interface Statement {
        /** The verdict, in the words of the command line. */
        String verdict();

        /** Relations hold. */
        record Relations(List<Relation> relations) implements Statement {
            public Relations {
                relations = List.copyOf(relations);
            }

            @Override
            public String verdict() {
                return CertificateFormat.RELATIONS;
            }
        }

        /** A matrix is an intertwiner, with this companion. */
        record Intertwiner(ExactMatrix matrix, ExactMatrix companion) implements Statement {
            @Override
            public String verdict() {
                return CertificateFormat.INTERTWINER;
            }
        }

        /** A matrix has no companion. */
        record NotIntertwiner(ExactMatrix matrix) implements Statement {
            @Override
            public String verdict() {
                return CertificateFormat.NOT_INTERTWINER;
            }
        }
    }

    /** The certificate of a claim about an activation. Throws IllegalArgumentException for a claim about something else. */
    public static ActivationCertificate of(Claim claim, Certificate evidence) {
        if (claim instanceof ActivationClaim.Relations relations) {
            return of(relations.activation(), new Statement.Relations(relations.relations()), evidence);
        }
        if (claim instanceof ActivationClaim.Intertwiner member) {
            return of(member.activation(), new Statement.Intertwiner(member.matrix(), member.companion()), evidence);
        }
        if (claim instanceof ActivationClaim.NotIntertwiner none) {
            return of(none.activation(), new Statement.NotIntertwiner(none.matrix()), evidence);
        }
        throw new IllegalArgumentException("expected a claim about an activation, found " + claim.verdict());
    }

    private static ActivationCertificate of(Activation activation, Statement statement, Certificate evidence) {
        return new ActivationCertificate(activation.expression().text(), statement, evidence);
    }

    /**
     * The claim about the caller's activation and matrix.
     *
     * @param given the activation
     * @param matrix the matrix, if there is one
     * @throws FormatException if the certificate is about another activation or another matrix
     */
    public Claim claimAbout(Activation given, Optional<ExactMatrix> matrix) throws FormatException {
        String formula = given.expression().text();
        if (!formula.equals(activation)) {
            throw new FormatException(
                    "certificate",
                    "it speaks of the activation " + FormatException.quote(activation) + ", not of "
                            + FormatException.quote(formula));
        }
        if (statement instanceof Statement.Relations relations) {
            requireNone(matrix);
            return new ActivationClaim.Relations(given, relations.relations());
        }
        if (statement instanceof Statement.Intertwiner member) {
            requireSame(member.matrix(), matrix);
            return new ActivationClaim.Intertwiner(given, member.matrix(), member.companion());
        }
        requireSame(((Statement.NotIntertwiner) statement).matrix(), matrix);
        return new ActivationClaim.NotIntertwiner(given, ((Statement.NotIntertwiner) statement).matrix());
    }

    private static void requireNone(Optional<ExactMatrix> matrix) throws FormatException {
        if (matrix.isPresent()) {
            throw new FormatException("certificate", "it speaks of relations, not of a matrix");
        }
    }

    private static void requireSame(ExactMatrix stated, Optional<ExactMatrix> given) throws FormatException {
        if (given.isEmpty()) {
            throw new FormatException("certificate", "it speaks of a matrix, and no matrix was given");
        }
        if (!stated.equals(given.get())) {
            throw new FormatException("certificate", "it speaks of another matrix than the given one");
        }
    }
}
