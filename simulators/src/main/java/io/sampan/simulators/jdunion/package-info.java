/**
 * JD Union, JD's affiliate programme, as docs/sources/jdunion.md describes it: the routerjson gateway with its misspelt
 * {@code …_responce} and JSON in strings. It looks at goods and makes links; it knows no stock and sells nothing.
 */
@org.jspecify.annotations.NullMarked
package io.sampan.simulators.jdunion;
