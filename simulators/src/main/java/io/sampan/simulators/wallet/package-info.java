/** What simulated wallets share: the purses that a test shopper can pay with, and the page on which they do. */
@NullMarked
package io.sampan.simulators.wallet;

import org.jspecify.annotations.NullMarked;
