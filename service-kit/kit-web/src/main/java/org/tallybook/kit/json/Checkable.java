package org.tallybook.kit.json;

import org.tallybook.kit.problem.FieldErrors;

/**
 * Implemented by a request record that knows rules Bean Validation has no words for, such as a field that another one
 * requires. Asked after the constraints, even when some of them failed, so that all faults are answered together.
 */
public interface Checkable {

    /** Notes every fault; of several faults of one field the first stays. */
    void check(FieldErrors errors);
}
