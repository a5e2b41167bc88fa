package io.intertwine.find;

import io.intertwine.activation.Activation;
import io.intertwine.activation.ActivationFacts;
import io.intertwine.activation.AffineSymmetry;
import io.intertwine.activation.Expression;
import io.intertwine.activation.Relation;
import io.intertwine.certificate.Certificate;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.check.Theorem;
import io.intertwine.claim.ActivationClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was derived about an activation as one claim with its certificate: every generator, family and relation.
 *
 * @param claim the claim
 * @param certificate its evidence
 * @param theorem what was proved
 * @param left those that the checker did not prove with this certificate; they are not in the claim
 */
public record RelationProof(
        ActivationClaim.Relations claim, Certificate.Identity certificate, Theorem theorem, List<Relation> left) {
    public RelationProof {
        left = List.copyOf(left);
    }

    /** The proof; empty if there is no relation to prove. */
    public static Optional<RelationProof> of(Activation activation, ActivationFacts facts) {
        Certificate.Identity certificate = new Certificate.Identity(basePoints(facts));
        List<Relation> proved = new ArrayList<>();
        List<Relation> left = new ArrayList<>();
        for (Relation relation : relations(facts)) {
            ActivationClaim.Relations claim = new ActivationClaim.Relations(activation, List.of(relation));
            (Checker.check(claim, certificate) instanceof CheckResult.Accepted ? proved : left).add(relation);
        }
        ActivationClaim.Relations claim = new ActivationClaim.Relations(activation, proved);
        return !proved.isEmpty() && Checker.check(claim, certificate) instanceof CheckResult.Accepted accepted
                ? Optional.of(new RelationProof(claim, certificate, accepted.theorem(), left))
                : Optional.empty();
    }

    private static List<Relation> relations(ActivationFacts facts) {
        Stream<AffineSymmetry> symmetries = Stream.of(
                        facts.generators().stream(), facts.continuous().stream(), facts.linear().generators().stream())
                .flatMap(each -> each);
        return Stream.concat(symmetries.map(AffineSymmetry::asRelation), facts.relations().stream())
                .distinct()
                .toList();
    }

    /** The fixed points of generators, where the proof of a reflection starts best. */
    private static List<Expression> basePoints(ActivationFacts facts) {
        return facts.generators().stream()
                .filter(symmetry -> !symmetry.a().equals(Expression.ONE))
                .map(symmetry -> symmetry.c().over(Expression.ONE.minus(symmetry.a())))
                .filter(point -> !point.equals(Expression.ZERO))
                .distinct()
                .toList();
    }
}
