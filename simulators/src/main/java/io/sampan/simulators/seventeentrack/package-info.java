/**
 * 17TRACK v2.2: register numbers, ask for them, be told. It knows only what the carriers' public pages show, with a lag.
 * Source: 17TRACK's public API document v2.2 and its page "Error Codes and Troubleshooting"; signature from the vectors.
 */
@org.jspecify.annotations.NullMarked
package io.sampan.simulators.seventeentrack;
