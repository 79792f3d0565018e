# Where the simulated services are and what their developer consoles show. Read by ./sampan; nothing of it opens anything beyond this machine.
export SAMPAN_ALI1688_GATEWAY=http://127.0.0.1:$((world + 1))/openapi
export SAMPAN_TAOBAOGLOBAL_GATEWAY=http://127.0.0.1:$((world + 2))/rest
export SAMPAN_STRIPE_API=http://127.0.0.1:$((world + 3))
export SAMPAN_SAMPANPOST_GATEWAY=http://127.0.0.1:$((world + 4))/router/api/service
export SAMPAN_TRACK17_ADDRESS=http://127.0.0.1:$((world + 5))
