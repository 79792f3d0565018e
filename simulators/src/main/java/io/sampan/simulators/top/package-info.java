/**
 * TOP, the Taobao Open Platform's gateway as docs/sources/openmall.md describes it: three signatures, XML unless JSON is
 * asked for, lists wrapped by type, errors with HTTP 200, flow control, sessions. OpenMall and TBK stand on it.
 */
@org.jspecify.annotations.NullMarked
package io.sampan.simulators.top;
