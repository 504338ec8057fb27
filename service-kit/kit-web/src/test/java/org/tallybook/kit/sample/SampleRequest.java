package org.tallybook.kit.sample;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A request with one field of each shape that services use. */
public record SampleRequest(
        @NotBlank @Size(max = 10) String name,
        BigDecimal amount,
        @NotNull Integer count,
        LocalDate day,
        Colour colour,
        Nested nested,
        @Size(max = 2) List<String> tags) {

    public enum Colour {
        RED,
        BLUE
    }

    public record Nested(String text) {}
}
