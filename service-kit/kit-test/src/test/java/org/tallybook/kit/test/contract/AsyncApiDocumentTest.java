package org.tallybook.kit.test.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AsyncApiDocumentTest {

    private static final Path EVENTS = Repository.root().resolve("contracts/events");
    private static final EventContracts CONTRACTS = EventContracts.load();
    private static JsonNode document;

    @BeforeAll
    static void readTheDocument() throws IOException {
        YAMLFactory strict = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        document = new ObjectMapper(strict).readTree(Files.readString(EVENTS.resolve("asyncapi.yaml")));
    }

    @Test
    void isAsyncApi3() {
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(document.fieldNames()).toIterable().contains("info", "channels", "operations", "components");
    }

    @Test
    void everyReferenceResolves() {
        assertThat(references(document)).isNotEmpty().allSatisfy(AsyncApiDocumentTest::assertResolves);
    }

    @Test
    void hasAMessageForEveryTypeAndNoOther() {
        assertThat(messageNames()).isEqualTo(CONTRACTS.types());
    }

    @Test
    void listsEveryTypeAsRoutingKeyAndInTheEnvelope() throws IOException {
        JsonNode envelope = new ObjectMapper()
                .readTree(EVENTS.resolve("envelope.schema.json").toFile());

        assertThat(texts(document.at("/channels/events/parameters/type/enum"))).isEqualTo(CONTRACTS.types());
        assertThat(texts(envelope.at("/properties/type/enum"))).isEqualTo(CONTRACTS.types());
    }

    @Test
    void everyMessageIsSentByTheServiceTheSchemaNames() throws IOException {
        for (String type : CONTRACTS.types()) {
            JsonNode schema = new ObjectMapper()
                    .readTree(EVENTS.resolve(type + ".schema.json").toFile());
            assertThat(sendersOf(type))
                    .as(type)
                    .containsExactly(schema.path("x-source").asText());
        }
    }

    @Test
    void everyFolderOfExamplesBelongsToAType() throws IOException {
        try (Stream<Path> folders = Files.list(EVENTS.resolve("examples"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(CONTRACTS.types());
        }
    }

    private static Set<String> messageNames() {
        return StreamSupport.stream(document.at("/components/messages").spliterator(), false)
                .map(message -> message.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> sendersOf(String type) {
        List<String> senders = new ArrayList<>();
        document.path("operations").properties().forEach(operation -> {
            if (operation.getValue().path("action").asText().equals("send")
                    && references(operation.getValue().path("messages")).stream()
                            .anyMatch(reference -> nameOf(reference).equals(type))) {
                senders.add("/" + operation.getKey().replace("ServiceSends", "-service"));
            }
        });
        return senders;
    }

    private static String nameOf(String channelReference) {
        String inComponents =
                document.at(channelReference.substring(1)).path("$ref").asText();
        return document.at(inComponents.substring(1)).path("name").asText();
    }

    private static void assertResolves(String reference) {
        if (reference.startsWith("#")) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        } else {
            assertThat(EVENTS.resolve(reference)).exists();
        }
    }

    private static List<String> references(JsonNode node) {
        return node.findValuesAsText("$ref");
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
