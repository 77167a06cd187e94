FROM python:3.12
RUN pip install --no-cache-dir requests flask==3.0.3
