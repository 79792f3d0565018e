/**
 * Taobao and Tmall through TOP, Taobao's open platform: one door, two apps with two connectors. OpenMall sells out of a pool of goods; TBK, the
 * affiliate programme, finds goods and tells prices. Facts: docs/sources/openmall.md, docs/sources/tbk.md.
 */
@NullMarked
package io.sampan.outside.marketplace.top;

import org.jspecify.annotations.NullMarked;
