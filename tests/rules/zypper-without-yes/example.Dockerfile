FROM opensuse/leap:15.6
RUN zypper install httpd && zypper clean
