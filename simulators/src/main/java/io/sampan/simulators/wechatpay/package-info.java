/** WeChat Pay's API v3: signed calls and answers, sealed notices, and the phone on which a buyer pays. Source: docs/sources/wechatpay.md. */
@NullMarked
package io.sampan.simulators.wechatpay;

import org.jspecify.annotations.NullMarked;
