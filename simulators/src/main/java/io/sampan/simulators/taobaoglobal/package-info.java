/**
 * Taobao Global's gateway as docs/sources/taobaoglobal.md describes it: IOP signatures, three envelopes, yuan in search
 * and fen elsewhere.
 */
@org.jspecify.annotations.NullMarked
package io.sampan.simulators.taobaoglobal;
