FROM node:14
RUN true
