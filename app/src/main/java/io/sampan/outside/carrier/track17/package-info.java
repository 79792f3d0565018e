/** 17TRACK v2.2: follows parcels of many carriers. See docs/sources/17track.md. */
@NullMarked
package io.sampan.outside.carrier.track17;

import org.jspecify.annotations.NullMarked;
