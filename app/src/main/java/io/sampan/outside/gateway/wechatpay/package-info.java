/** WeChat Pay by API v3, QR codes and pages on phones. Facts: docs/sources/wechatpay.md. */
@NullMarked
package io.sampan.outside.gateway.wechatpay;

import org.jspecify.annotations.NullMarked;
