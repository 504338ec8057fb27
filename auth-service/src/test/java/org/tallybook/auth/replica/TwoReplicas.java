package org.tallybook.auth.replica;

import io.restassured.RestAssured;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tallybook.auth.support.TestDatabase;

/**
 * Gives a test class the two replicas. They start with the first class that asks and end with the last; what the
 * support classes ask over HTTP and in the database, they ask the first.
 */
public final class TwoReplicas implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create("replicas");

    private int portBefore;

    @Override
    public void beforeAll(ExtensionContext context) {
        portBefore = RestAssured.port;
        Replicas replicas = replicas(context);
        RestAssured.port = replicas.first().port();
        TestDatabase.useSchema(ReplicaSchema.NAME);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        RestAssured.port = portBefore;
        TestDatabase.useSchema("public");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Replicas.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return replicas(context);
    }

    private static Replicas replicas(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("replicas", key -> Replicas.start(), Replicas.class);
    }
}
