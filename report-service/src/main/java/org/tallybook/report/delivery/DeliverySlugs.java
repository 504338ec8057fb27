package org.tallybook.report.delivery;

import org.tallybook.kit.problem.Kind;
import org.tallybook.kit.problem.Slug;

/** The refusals of delivery. */
public final class DeliverySlugs {

    public static final Slug ADDRESS_NOT_CONFIRMED = new Slug("address-not-confirmed", Kind.CONFLICT);

    private DeliverySlugs() {}
}
