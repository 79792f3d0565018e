/**
 * What sellers and couriers inside China do with a purchase, whichever marketplace it was made on: it is paid or times
 * out, is packed, travels, is signed for. Knows no wire format.
 */
@org.jspecify.annotations.NullMarked
package io.sampan.simulators.seller;
