FROM debian:12
COPY --from=nginx /etc/nginx/nginx.conf /etc/nginx/
