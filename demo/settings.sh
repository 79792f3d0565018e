# Where the simulated services are and what their developer consoles show (GET /control/credentials). Read by ./sampan; nothing of it opens
# anything beyond this machine.
here=http://127.0.0.1
export SAMPAN_TIME_WORLDCLOCK=$here:$world/control/clock
export SAMPAN_ALI1688_GATEWAY=$here:$((world + 1))/openapi
export SAMPAN_ALI1688_APPKEY=7654321
export SAMPAN_ALI1688_APPSECRET=sampan-1688-secret
export SAMPAN_ALI1688_REFRESHTOKEN=7c1f6a52-1688-4d0e-9b1c-refresh00001
export SAMPAN_TAOBAOGLOBAL_GATEWAY=$here:$((world + 2))/rest
export SAMPAN_TAOBAOGLOBAL_APPKEY=500123
export SAMPAN_TAOBAOGLOBAL_APPSECRET=sampan-taobao-global-secret
export SAMPAN_TAOBAOGLOBAL_REFRESHTOKEN=50001600c01refresh0000000000001
export SAMPAN_JDVOP_GATEWAY=$here:$((world + 10))
export SAMPAN_JDVOP_CLIENTID=sampan-vop-client
export SAMPAN_JDVOP_CLIENTSECRET=sampan-vop-secret
export SAMPAN_JDVOP_USERNAME=舢板采购
export SAMPAN_JDVOP_PASSWORD=sampan-vop-password
export SAMPAN_JDVOP_AREA=19_1655_4279_0
export SAMPAN_JDUNION_GATEWAY=$here:$((world + 11))
export SAMPAN_JDUNION_APPKEY=sampan-union-key
export SAMPAN_JDUNION_APPSECRET=sampan-union-secret
export SAMPAN_PINDUODUO_GATEWAY=$here:$((world + 12))
export SAMPAN_PINDUODUO_CLIENTID=sampan0ddk0client
export SAMPAN_PINDUODUO_CLIENTSECRET=sampan-ddk-secret
export SAMPAN_STRIPE_API=$here:$((world + 3))
export SAMPAN_STRIPE_SECRETKEY=sk_test_simulated0001
export SAMPAN_STRIPE_WEBHOOKSECRET=whsec_simulated0001
export SAMPAN_SAMPANPOST_GATEWAY=$here:$((world + 4))/router/api/service
export SAMPAN_SAMPANPOST_APPKEY=carrier-demo
export SAMPAN_SAMPANPOST_APPSECRET=carrier-demo-secret-0001
export SAMPAN_TRACK17_ADDRESS=$here:$((world + 5))
export SAMPAN_TRACK17_PAGE="$here:$((world + 5))/en?nums=NUMBER"
export SAMPAN_TRACK17_TOKEN=17TRACK_SIMULATED_KEY_0001
export SAMPAN_FRAME_PICTUREHOSTS=$here:$((world + 6))
export SAMPAN_FRAME_FORMTARGETS=$here:$((world + 3))
export SAMPAN_OPERATOR_EMAIL=operator@example.com
export SAMPAN_OPERATOR_PASSWORD=demo-operator-2026
