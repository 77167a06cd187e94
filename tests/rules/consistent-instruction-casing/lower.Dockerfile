from alpine:3.22
run true
RUN false
Cmd ["x"]
