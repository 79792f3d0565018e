/** Choices that people made in surveys of others, as the shop's own learner of preferences takes them. */
@NullMarked
package io.sampan.bench.choice;

import org.jspecify.annotations.NullMarked;
