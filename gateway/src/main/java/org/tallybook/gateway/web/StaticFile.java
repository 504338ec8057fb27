package org.tallybook.gateway.web;

import io.vertx.core.buffer.Buffer;

/**
 * A file of the web app, held in memory.
 *
 * @param mediaType with its charset
 * @param etag strong, quoted
 * @param content the bytes
 */
record StaticFile(String mediaType, String etag, Buffer content) {

    boolean isPage() {
        return mediaType.startsWith("text/html");
    }
}
