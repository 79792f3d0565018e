/** A million movements told to the real ledger from eight threads of a process that is killed again and again, and what stands afterwards. */
@NullMarked
package io.sampan.bench.ledger;

import org.jspecify.annotations.NullMarked;
