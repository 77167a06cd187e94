FROM debian:12
RUN --mount=type=secret,id=db app --password-file /run/secrets/db
