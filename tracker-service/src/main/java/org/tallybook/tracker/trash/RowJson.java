package org.tallybook.tracker.trash;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.NameTransformer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Table rows as PostgreSQL's {@code to_jsonb} writes them: one member a column. A row's fields are named like its columns
 * in camel case, or name theirs by {@link Column}; what it embeds are columns of its own. So a new column needs no change
 * here. Columns that have no field are passed over. Decimals keep every digit.
 */
public final class RowJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .annotationIntrospector(new Columns())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private RowJson() {}

    public static <T> T read(String json, Class<T> row) {
        try {
            return MAPPER.readValue(json, row);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a kept row cannot be read", corrupt);
        }
    }

    private static final class Columns extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable PropertyName findNameForDeserialization(Annotated field) {
            Column column = field.getAnnotation(Column.class);
            return column == null || column.name().isEmpty()
                    ? super.findNameForDeserialization(field)
                    : PropertyName.construct(column.name());
        }

        @Override
        public @Nullable NameTransformer findUnwrappingNameTransformer(AnnotatedMember member) {
            return member.getRawType().isAnnotationPresent(Embeddable.class) ? NameTransformer.NOP : null;
        }
    }
}
