FROM alpine:3.22
RUN --mount=type=cach,target=/x ls
RUN --mount=type=cache,targt=/x ls
RUN --mount=type=cache,target=/x,sharing=lockd ls
COPY --form=x a b
