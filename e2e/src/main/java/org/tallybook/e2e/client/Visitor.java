package org.tallybook.e2e.client;

/** Somebody who is signed in, in one of the two ways there are. */
public interface Visitor {

    Call get(String path);

    Call post(String path);

    Call put(String path);

    Call patch(String path);

    Call delete(String path);
}
