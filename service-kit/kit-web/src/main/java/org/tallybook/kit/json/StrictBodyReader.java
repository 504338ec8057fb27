package org.tallybook.kit.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Every JSON body of every resource comes through here: read strictly and validated before the resource sees it. */
@Provider
@Priority(Priorities.USER - 1000)
@Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
public class StrictBodyReader implements ServerMessageBodyReader<Object> {

    private final StrictReader reader;

    public StrictBodyReader(StrictReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType media) {
        return isJson(type);
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(type);
    }

    @Override
    public Object readFrom(Class<Object> type, Type generic, MediaType media, ServerRequestContext context)
            throws IOException {
        byte[] body = context.getInputStream().readAllBytes();
        if (body.length > 0 && !hasType(context)) {
            throw Rejected.because(KitSlugs.UNSUPPORTED_MEDIA_TYPE); // @Consumes lets a body of no type pass
        }
        return read(type, generic, body);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(type, generic, body.readAllBytes());
    }

    private Object read(Class<?> type, Type generic, byte[] body) {
        if (body.length == 0) {
            throw Rejected.because(KitSlugs.INVALID_JSON);
        }
        return type == MergePatch.class
                ? new MergePatch((ObjectNode) reader.read(body, ObjectNode.class), reader)
                : reader.read(body, generic);
    }

    private static boolean hasType(ServerRequestContext context) {
        return !(context instanceof ResteasyReactiveRequestContext request)
                || request.getHeader(HttpHeaders.CONTENT_TYPE, true) != null;
    }

    private static boolean isJson(Class<?> type) {
        return !InputStream.class.isAssignableFrom(type) && type != byte[].class && type != String.class;
    }
}
