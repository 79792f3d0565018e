/** Taobao and Tmall, bought through Taobao Global, the platform for purchasing agents. Facts: docs/sources/taobaoglobal.md. */
@NullMarked
package io.sampan.outside.marketplace.taobaoglobal;

import org.jspecify.annotations.NullMarked;
