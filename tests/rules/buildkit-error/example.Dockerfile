FORM alpine:3.22
RUN --mont=type=cache,target=/cache make
