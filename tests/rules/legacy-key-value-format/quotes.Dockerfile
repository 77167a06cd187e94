FROM alpine:3.22
ENV GREETING "hello" 'world'
ENV PATH_LIST /a \
    /b
env x $PATH
