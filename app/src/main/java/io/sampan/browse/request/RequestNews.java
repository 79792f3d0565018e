package io.sampan.browse.request;

/** What the shopper of a request should hear. */
public sealed interface RequestNews {
    RequestId request();

    record RequestAnswered(RequestId request) implements RequestNews {}

    record RequestDeclined(RequestId request) implements RequestNews {}
}
