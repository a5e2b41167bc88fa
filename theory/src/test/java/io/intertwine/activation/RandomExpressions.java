package io.intertwine.activation;

import io.intertwine.activation.Expression.Symbol;
import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/** Random expressions of every kind. */
final class RandomExpressions {
    private static final List<Function> FUNCTIONS = List.of(Function.values());

    private final Random random;
    private final boolean withX;
    private final boolean analytic;

    RandomExpressions(long seed, boolean withX, boolean analytic) {
        this.random = new Random(seed);
        this.withX = withX;
        this.analytic = analytic;
    }

    Expression next(int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(analytic ? 6 : 9);
        return switch (kind) {
            case 0 -> leaf();
            case 1, 2 -> Expression.sum(list(depth));
            case 3 -> Expression.product(list(depth));
            case 4 -> next(depth - 1).power(new int[] {-3, -2, -1, 2, 3, 5}[random.nextInt(6)]);
            case 5 -> Expression.apply(function(), next(depth - 1));
            case 6 -> Expression.max(next(depth - 1), next(depth - 1));
            case 7 -> Expression.min(next(depth - 1), next(depth - 1));
            default -> {
                Expression low = next(depth - 1);
                Expression high = random.nextBoolean() ? low : next(depth - 1);
                yield Expression.choice(next(depth - 1), low, random.nextBoolean() ? high : next(depth - 1), high);
            }
        };
    }

    private Function function() {
        Function function = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
        return analytic && !function.isAnalytic() ? Function.SINH : function;
    }

    private List<Expression> list(int depth) {
        return IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(i -> next(depth - 1))
                .toList();
    }

    private Expression leaf() {
        int kind = random.nextInt(12);
        if (kind < 5) {
            return withX ? Expression.X : new Symbol(kind < 3 ? "t" : "n");
        }
        return switch (kind) {
            case 5 -> Expression.of(random.nextInt(7) - 3);
            case 6 -> Expression.of(random.nextInt(41) - 20, 1 + random.nextInt(9));
            case 7 -> Expression.of(Scalar.sqrt(new BigFraction(1 + random.nextInt(12), 1 + random.nextInt(4))));
            case 8 -> Expression.of(Scalar.cosine(random.nextInt(7), 7).add(Scalar.of(random.nextInt(3), 2)));
            case 9 -> Expression.apply(Function.EXP, Expression.ONE);
            case 10 -> Expression.of(Scalar.sqrt(new BigFraction(97)).subtract(Scalar.of(1, 3)));
            default -> Expression.PI;
        };
    }
}
