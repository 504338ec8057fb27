package org.tallybook.kit.json;

import java.util.List;
import org.tallybook.kit.problem.FieldError;

/**
 * A request whose faults are not answered yet, because more of them can only be told by what is stored: whoever judges
 * the rest answers all of them together. As a resource's parameter it takes the place of the request record.
 *
 * @param value what could be read; a member that could not is null
 * @param faults what could not be read and what broke a rule of the record
 */
public record Parsed<T>(T value, List<FieldError> faults) {

    public Parsed {
        faults = List.copyOf(faults);
    }
}
