#!/bin/bash
# Is the service of this container ready? Asks its management port with bash alone: the image has no HTTP client.
exec 3<>"/dev/tcp/127.0.0.1/${QUARKUS_MANAGEMENT_PORT:?}" || exit 1
printf 'GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 3 status <&3
[[ $status == *" 200 "* ]]
