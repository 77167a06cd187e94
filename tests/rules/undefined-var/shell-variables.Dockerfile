FROM alpine:3.22
RUN for f in a b; do echo $f $HOSTNAME; done
CMD echo $HOME
ENV PATH=/opt/bin:$PATH
EXPOSE $PORT
COPY <<"E" /plain
$NOT_EXPANDED
E
COPY <<E /x
$EXPANDED
E
