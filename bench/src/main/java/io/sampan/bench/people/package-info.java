/** People who use the shop over HTTP as anybody does: they read pages, fill in forms and follow links. */
@org.jspecify.annotations.NullMarked
package io.sampan.bench.people;
