FROM php:8.4-fpm
COPY composer.json composer.lock ./
RUN composer install --no-dev
