#!/bin/bash
# Asks the program in this container whether it is ready, without a second Node.
exec 3<>"/dev/tcp/127.0.0.1/${BAOGONG_PORT:-3000}" || exit 1
printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 3 _ status _ <&3
[ "$status" = 200 ]
