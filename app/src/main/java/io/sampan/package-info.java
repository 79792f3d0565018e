/** The one deployable. Its floors lie below in the order of the shopper's journey; see ARCHITECTURE.md. */
@org.jspecify.annotations.NullMarked
package io.sampan;
