FROM debian:12
LABEL tema="core"
