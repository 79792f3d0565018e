/** SampanPost: the demo carrier, whose wire follows the 4PX open platform. See docs/sources/carrier.md. */
@NullMarked
package io.sampan.outside.carrier.sampanpost;

import org.jspecify.annotations.NullMarked;
