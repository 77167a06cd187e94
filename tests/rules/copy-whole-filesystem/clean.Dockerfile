FROM debian:12 AS build
RUN make
FROM debian:12-slim
COPY --from=build /usr/local/bin/app /usr/local/bin/app
