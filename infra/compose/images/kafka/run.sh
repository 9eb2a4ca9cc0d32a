#!/bin/bash
# As much of the official image as docker-compose.yml and testcontainers use: KAFKA_A_B becomes the setting a.b.
set -euo pipefail

config=/opt/kafka/config/server.properties
: >"$config"
# Names of the image's own, which are no settings of the broker.
own='^KAFKA_(VERSION|HEAP_OPTS|JVM_PERFORMANCE_OPTS|OPTS)='
while IFS='=' read -r name value; do
  key=$(sed -e 's/^KAFKA_//' -e 's/___/-/g' -e 's/__/\x00/g' -e 's/_/./g' -e 's/\x00/_/g' <<<"$name")
  printf '%s=%s\n' "${key,,}" "$value" >>"$config"
done < <(env | grep '^KAFKA_' | grep -vE "$own")
grep -q '^log.dirs=' "$config" || echo 'log.dirs=/var/lib/kafka/data' >>"$config"

java=(java ${KAFKA_HEAP_OPTS:--Xmx512m} -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '/opt/kafka/libs/*')
# Voters that are named are the whole quorum; without them this broker is one.
quorum=(--standalone)
if grep -q '^controller.quorum.voters=' "$config"; then quorum=(); fi
"${java[@]}" kafka.tools.StorageTool format --ignore-formatted "${quorum[@]}" \
  -t "${CLUSTER_ID:-4L6g3nShT-eMCtK--X86sw}" -c "$config"
exec "${java[@]}" kafka.Kafka "$config"
