/**
 * 1688's cross-border gateway as docs/sources/1688.md describes it, with its mixed units, string booleans, lost digits
 * and misspelt fields.
 */
@org.jspecify.annotations.NullMarked
package io.sampan.simulators.ali1688;
