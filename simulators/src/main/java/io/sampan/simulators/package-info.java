/** The outside world on a laptop. It speaks the real wire protocols over loopback HTTP and knows nothing of the app. */
@org.jspecify.annotations.NullMarked
package io.sampan.simulators;
