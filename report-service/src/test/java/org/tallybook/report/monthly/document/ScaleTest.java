package org.tallybook.report.monthly.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class ScaleTest {

    @Property(tries = 500)
    void coversItsValuesWithAFewRoundSteps(
            @ForAll @BigRange(min = "-99999999999999999999", max = "99999999999999999999") @Scale(10) BigDecimal one,
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(10) BigDecimal other) {
        var scale = org.tallybook.report.monthly.document.Scale.covering(one.min(other), one.max(other));

        assertThat(scale.ticks()).hasSizeBetween(2, 7).isSorted();
        assertThat(scale.share(one)).isBetween(-1e-9, 1 + 1e-9);
        assertThat(scale.share(other)).isBetween(-1e-9, 1 + 1e-9);
    }
}
