/**
 * The goods of the world: seeded categories, shops and offers whose prices, stock and listings move with the world
 * clock, and their pictures. It knows no marketplace's wire format and nothing of the app.
 */
@org.jspecify.annotations.NullMarked
package io.sampan.simulators.world;
