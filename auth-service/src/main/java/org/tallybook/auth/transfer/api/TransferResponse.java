package org.tallybook.auth.transfer.api;

import java.util.List;

/** @param users one answer for each, in the order of the request: {@code CREATED} or {@code TAKEN} */
public record TransferResponse(List<String> users) {

    static TransferResponse of(List<Boolean> taken) {
        return new TransferResponse(
                taken.stream().map(created -> created ? "CREATED" : "TAKEN").toList());
    }
}
