package io.intertwine.rep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlockTest {
    @Test
    void sumsAndMultiplesAreTakenApart() {
        LinearRepresentation points = Linear.permutations(3);
        LinearRepresentation square = points.power(2);
        LinearRepresentation sum = LinearRepresentation.directSum(List.of(points.multiple(2), square))
                .multiple(3);
        LinearRepresentation whole = LinearRepresentation.directSum(List.of(square, sum));
        assertThat(Block.of(whole)).containsExactly(new Block(1, square), new Block(6, points), new Block(3, square));
        assertThat(Block.of(points)).containsExactly(new Block(1, points));
        LinearRepresentation dual = sum.dual();
        assertThat(Block.of(dual)).containsExactly(new Block(1, dual));
    }
}
