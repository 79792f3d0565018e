/**
 * A line out of China with two products, EXPRESS and ECONOMY. The company is invented; its wire follows the 4PX open
 * platform: one address, the method in the query, JSON in the body, an MD5 signature over both. Tariffs and limits are its
 * own, in the shapes that real lines use (see {@link io.sampan.simulators.carrier.Line}).
 */
@org.jspecify.annotations.NullMarked
package io.sampan.simulators.carrier;
